import type { Context } from '../context/context.ts';
import { forbidden, unauthenticated } from '../kernel/errors.ts';
import { assertOwner, RESOURCE_WRITE } from '../resources/assert-owner.ts';
import { RESOURCE_ATTRIBUTE } from '../resources/model.ts';
import { decideFor, toFault } from './decide-for.ts';
import type { Decision } from './model.ts';
import { type Bags, toQuestion } from './question.ts';
import { selectResourceOwner } from './store.ts';

/**
 * Answers a question and says how: which rule or delegation decided, or what was missing. For the resource's owner only,
 * since the trace tells what strangers hold.
 * @param bags attributes as a caller of the PDP would send them.
 * @throws BareError 401, 403 for anybody but the owner of the resource that is asked about.
 */
export async function explainDecision(context: Context, bags: Bags): Promise<Decision> {
  const question = toQuestion(bags);
  const resourceId =
    'fault' in question ? bags.resource.find(({ id }) => id === RESOURCE_ATTRIBUTE)?.value : question.resourceId;
  const ownerOrgNo = resourceId === undefined ? undefined : await selectResourceOwner(context.db, resourceId);
  if (ownerOrgNo === undefined) throw context.actor.kind === 'anonymous' ? unauthenticated() : forbidden();
  await assertOwner(context, ownerOrgNo, RESOURCE_WRITE);
  return 'fault' in question ? toFault(question) : decideFor(context.db, question);
}
