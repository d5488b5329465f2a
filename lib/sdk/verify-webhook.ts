import type { IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { membersOf } from './call-service.ts';
import { NotGenuine } from './errors.ts';

/** An event as a vendor hears of it: a CloudEvents envelope. */
export type WebhookEvent = {
  /** The same at every attempt: remember those that you have seen. */
  readonly id: string;
  /** What has happened, such as `no.systembruker.request.approved`. */
  readonly type: string;
  readonly source: string;
  readonly subject: string;
  readonly time: string;
  /** Ids and numbers of organisations; read the rest by the API. */
  readonly data: Readonly<Record<string, string | undefined>>;
};

/**
 * Reads an event that came from whoever shares the secret, within the last five minutes. Does not check whether it has
 * come before.
 * @param body as it came, byte for byte: parsed and written again it has another signature.
 * @param secret `whsec_…`, as the portal showed it
 * @throws NotGenuine
 * @see Standard Webhooks, CloudEvents 1.0
 */
export function verifyWebhook(
  headers: Headers | IncomingHttpHeaders,
  body: string | Buffer,
  secret: string,
): WebhookEvent {
  const entries = headers instanceof Headers ? [...headers] : Object.entries(headers);
  const texts = Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
  const event = membersOf(verify(texts, body, secret));
  if (event.specversion !== '1.0' || typeof event.id !== 'string' || typeof event.type !== 'string') {
    throw new NotGenuine('The message is signed, but it is no event.');
  }
  return event as WebhookEvent;
}

function verify(headers: Record<string, string>, body: string | Buffer, secret: string): unknown {
  try {
    return new Webhook(secret).verify(body, headers);
  } catch (cause) {
    throw new NotGenuine('The message is not signed with this secret, or it is too old.', cause);
  }
}
