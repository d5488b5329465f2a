import { ProblemError } from '../kernel/errors.ts';

/** Refusals about webhooks: `error` on the wire, with status and text. Stable, never reused. */
export const EVENT_PROBLEMS = {
  webhook_url: [
    400,
    'The address cannot be used: it must be https, without user name or fragment, and not of a closed network.',
  ],
  webhook_type: [400, 'There is no such type of event.'],
  webhook_system: [400, 'The system is not one of yours.'],
  too_many_webhooks: [400, 'A vendor has at most ten addresses.'],
  webhook_not_found: [404, 'There is no such address.'],
  delivery_not_found: [404, 'There is no such delivery.'],
  delivery_under_way: [409, 'The delivery is under way just now.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

/** Builds a refusal; `field` is the member that it is about. */
export function eventProblem(code: keyof typeof EVENT_PROBLEMS, field?: string): ProblemError {
  const [status, title] = EVENT_PROBLEMS[code];
  return new ProblemError({ status, code, title, ...(field === undefined ? {} : { errors: { [field]: [title] } }) });
}
