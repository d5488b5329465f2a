import type { Db } from '#db/open.ts';
import type { Context } from '../../context/context.ts';
import { workThrough } from '../../systemusers/jobs/work-through.ts';
import { createRequest } from '../create-request.ts';
import { tripleInUse } from '../problems.ts';
import { noteRequest, selectWaiting, settleLine, type WaitingLine } from './store.ts';

/** Asks the organisations that wait in jobs for a system user. @returns how many lines were settled */
export function workOnRequestJobs(db: Db, clock: () => Date): Promise<number> {
  return workThrough(db, clock, { selectWaiting, settle: settleLine, carryOut });
}

/** Asks one organisation; when it has been asked already, that request is what the line led to. */
async function carryOut(context: Context, item: WaitingLine): Promise<void> {
  const { job, line } = item;
  const { request, created } = await createRequest(context, {
    kind: job.kind,
    systemId: job.systemId,
    partyOrgNo: line.orgNo,
    externalRef: line.externalRef ?? undefined,
    integrationTitle: line.integrationTitle ?? undefined,
    rights: job.rights,
    accessPackages: job.accessPackages,
    vendorOrgNo: job.vendorOrgNo,
  });
  const { id: requestId, status } = request;
  if (created || status === 'Timedout') return noteRequest(context.db, item, { state: 'done', requestId, code: null });
  const code = tripleInUse(status).code ?? null;
  return noteRequest(context.db, item, { state: 'known', requestId, code });
}
