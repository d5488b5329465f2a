import { and, eq, inArray, notInArray } from 'drizzle-orm';
import type { Transaction } from '#db/open.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { statusProblem, validationProblem } from '../../kernel/errors.ts';
import { registryError, registryProblem } from '../problems.ts';
import { type AccessList, type Conditions, MEMBERS_PER_CALL_MAX } from './model.ts';
import { assertListWriter } from './owner.ts';
import { findReferenced, type PartyReference, parsePartyUrn } from './party-urn.ts';
import { lockList, touchList } from './store.ts';

/** Whether the named organisations become the members, join them, or leave them. */
export type MemberChange = 'replace' | 'add' | 'remove';

/**
 * Changes who is on a list; adding a member or removing a stranger changes nothing, not even the version.
 * @param input.parties as URNs
 * @throws BareError 401, 403, 412 · ProblemError 404, 400 RR.VLD-00000, -00001, -00004, RR-00001
 */
export async function changeMembers(
  context: Context,
  input: {
    readonly owner: string;
    readonly identifier: string;
    readonly change: MemberChange;
    readonly parties: readonly string[];
    readonly conditions: Conditions;
  },
): Promise<AccessList> {
  const owner = await assertListWriter(context, input.owner);
  const references = toReferences(input.parties, input.change);
  return context.db.transaction(async (tx) => {
    const list = await lockList(tx, owner, input);
    if (!list) throw statusProblem(404);
    const orgNos = await orgNosOf(tx, references);
    const changed = await apply(tx, list, { change: input.change, orgNos, at: context.now });
    if (changed === 0) return list;
    const after = await touchList(tx, list, context.now);
    await recordAudit(tx, context, {
      action: `access-list.members-${PAST[input.change]}`,
      subjectType: 'access-list',
      subjectId: list.id,
      ownerOrgNo: owner.orgNo,
      after: { version: after.version, orgNos },
    });
    return after;
  });
}

const PAST = { replace: 'replaced', add: 'added', remove: 'removed' } as const;

function toReferences(parties: readonly string[], change: MemberChange): readonly PartyReference[] {
  if (parties.length > MEMBERS_PER_CALL_MAX) {
    throw validationProblem([registryError(change === 'replace' ? 'RR.VLD-00000' : 'RR.VLD-00001', '/data')]);
  }
  const references = parties.map(parsePartyUrn);
  const wrong = references.flatMap((reference, index) => (reference ? [] : [`/data/${index}`]));
  if (wrong.length > 0) throw validationProblem([registryError('RR.VLD-00004', ...wrong)]);
  return references.filter((reference) => reference !== undefined);
}

async function orgNosOf(tx: Transaction, references: readonly PartyReference[]): Promise<readonly string[]> {
  const orgNos = new Set<string>();
  for (const reference of references) {
    const found = await findReferenced(tx, reference);
    if (!found) throw registryProblem('RR-00001');
    orgNos.add(found.orgNo);
  }
  return [...orgNos];
}

/** @returns how many left and joined */
async function apply(
  tx: Transaction,
  list: AccessList,
  what: { readonly change: MemberChange; readonly orgNos: readonly string[]; readonly at: Date },
): Promise<number> {
  const { accessListMembers } = tx.tables;
  const { listId, orgNo } = accessListMembers;
  const orgNos = [...what.orgNos];
  const leaving = what.change === 'remove' ? inArray(orgNo, orgNos) : notInArray(orgNo, orgNos);
  const left =
    what.change === 'add'
      ? []
      : await tx
          .delete(accessListMembers)
          .where(and(eq(listId, list.id), leaving))
          .returning({ orgNo });
  if (what.change === 'remove' || orgNos.length === 0) return left.length;
  const rows = orgNos.map((joining) => ({ listId: list.id, orgNo: joining, since: what.at }));
  const joined = await tx.insert(accessListMembers).values(rows).onConflictDoNothing().returning({ orgNo });
  return left.length + joined.length;
}
