import type { Db } from '#db/open.ts';
import { env } from '../../config/env.ts';
import type { Context } from '../../context/context.ts';
import { authProblem } from '../../kernel/auth-problems.ts';
import { bindingProblem } from '../../kernel/errors.ts';
import { findOrganisationNames } from '../../parties/find-party.ts';
import { findSystem } from '../../register/find-system.ts';
import type { RegisteredSystem } from '../../register/model.ts';
import { liveKeyOf } from '../../systemusers/model.ts';
import { assertVendor } from '../assert-vendor.ts';
import { isTimedOut } from '../model.ts';
import { requestProblem, tripleInUse } from '../problems.ts';
import { REQUEST_WRITE } from '../scopes.ts';
import { parseLines } from './lines.ts';
import { type CheckedLine, LINES_MAX, LIST_MAX_CHARACTERS, type Line } from './model.ts';
import { selectLive } from './store.ts';

/** For which system of a vendor, as what, and whom: a list as it was pasted. */
export type ListOrder = {
  readonly vendorOrgNo: string;
  readonly systemId: string;
  readonly kind: 'standard' | 'agent';
  readonly list: string;
};

/**
 * Says of each line of a list whether its organisation would be asked, and writes nothing. Blocks and the cap on what waits
 * are looked at only when a line's turn comes.
 * @throws BareError 401, 403 · ProblemError agreement-missing, AUTH-00011, REQ-00004, 400 on `list` above 1,000 lines or
 * 200,000 characters.
 */
export async function checkLines(
  context: Context,
  order: ListOrder,
): Promise<{ readonly system: RegisteredSystem; readonly lines: readonly CheckedLine[] }> {
  const vendorOrgNo = await assertVendor(context, REQUEST_WRITE, order.vendorOrgNo);
  const system = await findSystem(context.db, { systemId: order.systemId });
  if (!system || system.isDeleted || system.vendorOrgNo !== vendorOrgNo) throw authProblem('AUTH-00011');
  if (system.isSuspended) throw requestProblem('REQ-00004');
  const lines = order.list.length > LIST_MAX_CHARACTERS ? undefined : parseLines(order.list);
  if (!lines || lines.length > LINES_MAX) {
    throw bindingProblem({ list: [`At most ${LINES_MAX} lines and ${LIST_MAX_CHARACTERS} characters.`] });
  }
  return { system, lines: await checkAll(context, { system, kind: order.kind }, lines) };
}

async function checkAll(
  { db, now }: { readonly db: Db; readonly now: Date },
  { system, kind }: { readonly system: RegisteredSystem; readonly kind: 'standard' | 'agent' },
  lines: readonly Line[],
): Promise<readonly CheckedLine[]> {
  const keyOf = ({ orgNo, externalRef = orgNo }: Line) =>
    liveKeyOf({ systemInternalId: system.internalId, partyOrgNo: orgNo, externalRef });
  const names = await findOrganisationNames(
    db,
    lines.map(({ orgNo }) => orgNo),
  );
  const live = await selectLive(db, lines.map(keyOf));
  const expiryDays = env().REQUEST_EXPIRY_DAYS;
  return lines.map((line) => {
    const known = live.requests.get(keyOf(line));
    const request = known && !(known.status === 'New' && isTimedOut(known, now, expiryDays)) ? known : undefined;
    const isKnown = request?.kind === kind;
    const checked = { ...line, name: names.get(line.orgNo), requestId: undefined };
    const failed = (code: string) => ({ ...checked, state: 'failed' as const, code });
    if (line.fault) return failed(line.fault);
    if (checked.name === undefined) return failed('AUTH-00000');
    if (live.systemUsers.has(keyOf(line))) return failed('AUTH-00004');
    if (!request || request.status === 'Timedout') return { ...checked, state: 'waiting', code: undefined };
    const code = tripleInUse(request.status).code ?? '';
    return isKnown ? { ...checked, state: 'known', code, requestId: request.id } : failed(code);
  });
}
