import { assertPerson } from '../../context/assert.ts';
import type { Context } from '../../context/context.ts';
import { authProblem } from '../../kernel/auth-problems.ts';
import { parseUuid } from '../../kernel/brands.ts';
import { bindingProblem, forbidden } from '../../kernel/errors.ts';
import { RESOURCE_ATTRIBUTE } from '../../resources/model.ts';
import { findAskable } from '../askable.ts';
import { checkLines, type ListOrder } from './check-lines.ts';
import { recordList } from './record-list.ts';
import { insertJob, selectJob } from './store.ts';

/**
 * Orders that the organisations of a list are asked for a system user, with all that the system can ask for now. It is
 * carried out line by line in the background, with the person's authority of that moment; see `workOnRequestJobs`. Lines
 * that the check refuses are in the job with what was wrong.
 * @param order.id a UUID made when the list was checked, so that the same press sent twice is one job
 * @returns the job's id
 * @throws BareError 401, 403 · ProblemError agreement-missing, AUTH-00011, REQ-00004, AUTH-00058, AUTH-00059, 400 on `id`
 * or `list`.
 */
export async function startRequestJob(context: Context, order: ListOrder & { readonly id: string }): Promise<string> {
  const actor = assertPerson(context);
  const { system, lines } = await checkLines(context, order);
  const id = parseUuid(order.id);
  if (id === undefined) throw bindingProblem({ id: ['The id is no UUID.'] });
  const { resources, packages } = await findAskable(context.db, system, order.kind);
  const open = resources.filter(({ delegable }) => delegable);
  if (open.length + packages.length === 0) throw authProblem(order.kind === 'agent' ? 'AUTH-00058' : 'AUTH-00059');
  const job = {
    id,
    vendorOrgNo: system.vendorOrgNo,
    systemId: system.systemId,
    kind: order.kind,
    rights: open.map(({ identifier: value }) => ({ resource: [{ id: RESOURCE_ATTRIBUTE, value }] })),
    accessPackages: packages.map(({ urn }) => urn),
    personUuid: actor.partyUuid,
    authenticationLevel: actor.authenticationLevel,
    createdAt: context.now,
  };
  const rows = lines.map(({ lineNo, orgNo, externalRef, integrationTitle, state, code, requestId }) => ({
    lineNo,
    orgNo,
    externalRef: externalRef ?? null,
    integrationTitle: integrationTitle ?? null,
    state,
    code: code ?? null,
    requestId: requestId ?? null,
  }));
  const isNew = await context.db.transaction(async (tx) => {
    if (!(await insertJob(tx, job, rows))) return false;
    const waiting = rows.filter(({ state }) => state === 'waiting');
    await recordList(tx, context, job, { did: 'started', lines: waiting.length });
    return true;
  });
  if (!isNew && (await selectJob(context.db, id))?.vendorOrgNo !== job.vendorOrgNo) throw forbidden();
  return id;
}
