import { statusProblem } from '../../kernel/errors.ts';
import type { Sandbox } from '../open-sandbox.ts';
import type { ListedCall } from './model.ts';
import { selectAuditOf, selectCall, selectEventsOf, selectMailOf } from './store.ts';

/** A call, and what carries its trace id: events of the audit trail, e-mails and events for vendors. */
export type TracedCall = {
  readonly call: ListedCall;
  readonly audit: Awaited<ReturnType<typeof selectAuditOf>>;
  readonly mail: Awaited<ReturnType<typeof selectMailOf>>;
  readonly events: Awaited<ReturnType<typeof selectEventsOf>>;
};

/**
 * Reads a call and what it led to. A caller that sends one `traceparent` with several calls sees what all of them led to.
 * @throws ProblemError 404 when the journal does not have it, or no longer.
 */
export async function readCall({ db }: Sandbox, id: string): Promise<TracedCall> {
  const call = /^[0-9]{1,15}$/.test(id) ? await selectCall(db, Number(id)) : undefined;
  if (!call) throw statusProblem(404);
  return {
    call,
    audit: await selectAuditOf(db, call.traceId, call.at),
    mail: await selectMailOf(db, call.traceId),
    events: await selectEventsOf(db, call.traceId),
  };
}
