import { Webhook } from 'standardwebhooks';
import { ENVELOPE_TYPE } from '../envelope.ts';

/**
 * The headers of a delivery: one signature for each secret, the newest first.
 * @see Standard Webhooks, “Webhook headers”
 */
export function signedHeaders(
  message: { readonly id: string; readonly body: string; readonly at: Date },
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const { id, body, at } = message;
  return {
    'content-type': `${ENVELOPE_TYPE}; charset=utf-8`,
    'user-agent': 'systembruker-webhook/1',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
