import type { Db } from '#db/open.ts';
import { checkDelegation } from '../../authorization/delegation-check.ts';
import type { PersonActor } from '../../context/context.ts';
import { delegationsOfAll } from '../../systemusers/delegations.ts';
import { isWhole } from '../letter/describe-lines.ts';
import { type Groups, groupsOf } from '../letter/groups.ts';
import type { Obstacle } from '../letter/model.ts';
import type { AnyRequest } from '../model.ts';
import type { RequestSummary } from './summarize.ts';

/** Who can say yes to a request that waits: the reader, only others than the reader, or nobody as things are now. */
export type Prospect = { readonly who: 'reader' | 'others' } | { readonly who: 'nobody'; readonly obstacle: Obstacle };

const PLACES: Readonly<Record<Prospect['who'], number>> = { reader: 0, others: 1, nobody: 2 };

/**
 * Says of each waiting request who can say yes to it, as its letter would.
 * @param mayApprove whether the reader may answer for the organisation at all
 */
export async function withProspects<Summary extends Pick<RequestSummary, 'request' | 'obstacle'>>(
  db: Db,
  summaries: readonly Summary[],
  { actor, mayApprove }: { readonly actor: PersonActor; readonly mayApprove: boolean },
): Promise<readonly (Summary & { readonly prospect: Prospect })[]> {
  const heldBy = await delegationsOfAll(
    db,
    summaries.flatMap(({ request }) => (request.kind === 'change' ? request.systemUserId : [])),
  );
  const answers = new Map<string, Promise<boolean>>();
  const canGive = (partyUuid: string, added: Groups['added']) => {
    const key = JSON.stringify([partyUuid, added]);
    const known = answers.get(key) ?? checkDelegation(db, actor, partyUuid, added).then(isWhole);
    answers.set(key, known);
    return known;
  };
  const judge = async ({ request, obstacle }: Summary): Promise<Prospect> => {
    if (obstacle) return { who: 'nobody', obstacle };
    if (!mayApprove) return { who: 'others' };
    if (request.kind === 'agent') return { who: 'reader' };
    const { added } = groupsOf(request, heldBy(request.kind === 'change' ? request.systemUserId : request.id));
    return { who: (await canGive(request.partyUuid, added)) ? 'reader' : 'others' };
  };
  const judged = [];
  for (const summary of summaries) judged.push({ ...summary, prospect: await judge(summary) });
  return judged;
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
