import type { Db } from '#db/open.ts';
import { checkDelegation } from '../../authorization/delegation-check.ts';
import type { PersonActor } from '../../context/context.ts';
import { delegationsOf } from '../../systemusers/delegations.ts';
import { isWhole } from '../letter/describe-lines.ts';
import { groupsOf } from '../letter/groups.ts';
import type { Obstacle } from '../letter/model.ts';
import type { AnyRequest } from '../model.ts';
import type { RequestSummary } from './summarize.ts';

/** Who can say yes to a request that waits: the reader, only others than the reader, or nobody as things are now. */
export type Prospect = { readonly who: 'reader' | 'others' } | { readonly who: 'nobody'; readonly obstacle: Obstacle };

const PLACES: Readonly<Record<Prospect['who'], number>> = { reader: 0, others: 1, nobody: 2 };

/**
 * Says who can say yes to a waiting request, as its letter would.
 * @param mayApprove whether the reader may answer for the organisation at all
 */
export async function prospectOf(
  db: Db,
  { request, obstacle }: Pick<RequestSummary, 'request' | 'obstacle'>,
  { actor, mayApprove }: { readonly actor: PersonActor; readonly mayApprove: boolean },
): Promise<Prospect> {
  if (obstacle) return { who: 'nobody', obstacle };
  if (!mayApprove) return { who: 'others' };
  if (request.kind === 'agent') return { who: 'reader' };
  const userId = request.kind === 'change' ? request.systemUserId : request.id;
  const { added } = groupsOf(request, await delegationsOf(db, userId));
  const check = await checkDelegation(db, actor, request.partyUuid, added);
  return { who: isWhole(check) ? 'reader' : 'others' };
}

/** The order of what waits: what the reader can give, what others can, what nobody can; in each the soonest deadline first. */
export function compareWaiting(one: Waiting, other: Waiting): number {
  return (
    PLACES[one.prospect.who] - PLACES[other.prospect.who] ||
    one.deadline.getTime() - other.deadline.getTime() ||
    other.request.sequenceNo - one.request.sequenceNo ||
    one.request.id.localeCompare(other.request.id)
  );
}

type Waiting = {
  readonly prospect: Prospect;
  readonly deadline: Date;
  readonly request: Pick<AnyRequest, 'id' | 'sequenceNo'>;
};
