import { env } from '../config/env.ts';
import type { VendorEvent } from './model.ts';

/** The media type of an event in CloudEvents' structured mode. */
export const ENVELOPE_TYPE = 'application/cloudevents+json';

/**
 * Writes an event as it is sent: the same text at every attempt.
 * @see CloudEvents 1.0.2 §3, JSON event format §3
 */
export function toEnvelope(event: VendorEvent): string {
  return JSON.stringify({
    specversion: '1.0',
    id: event.id,
    source: env().PORTAL_URL,
    type: event.type,
    subject: event.subject,
    time: event.at.toISOString(),
    datacontenttype: 'application/json',
    data: event.data,
  });
}
