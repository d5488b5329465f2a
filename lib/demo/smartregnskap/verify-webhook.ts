import { createHmac, timingSafeEqual } from 'node:crypto';

/** How old or how early a delivery may be, so that one that was listened to cannot be played again later. */
const TOLERANCE_SECONDS = 300;

/** A delivery as it came. */
export type Delivery = { readonly headers: Headers; readonly body: string };

/**
 * Whether the text came from whoever has the secret, just now. Signatures are compared as digests of one length, so that
 * the time it takes tells nothing. Does not check whether the id has been seen before.
 * @see Standard Webhooks, “Verifying webhook authenticity”
 */
export function isGenuine(secret: string, { headers, body }: Delivery, now: Date): boolean {
  const id = headers.get('webhook-id');
  const timestamp = headers.get('webhook-timestamp');
  const signatures = headers.get('webhook-signature')?.split(' ') ?? [];
  if (!id || !timestamp || !/^[0-9]{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  return signatures.map((signature) => isSame(key, signature, expected)).includes(true);
}

/** Compares keyed digests of both sides: a wrong length shows no sooner than a wrong byte. */
function isSame(key: Buffer, signature: string, expected: Buffer): boolean {
  const digest = (text: string) => createHmac('sha256', key).update(text).digest();
  return timingSafeEqual(digest(signature), digest(`v1,${expected.toString('base64')}`));
}
