import type { Context } from '../context/context.ts';
import { ACTION_ATTRIBUTE, authorizationReferenceOf } from '../resources/model.ts';
import { readCustomer } from '../systemusers/customers/read-customer.ts';
import { decideFor, toFault } from './decide-for.ts';
import { type Decision, ORGANISATION_ATTRIBUTE, SYSTEM_USER_ATTRIBUTE } from './model.ts';
import { toQuestion } from './question.ts';

/**
 * Answers what a system user may do, to the vendor of its system; the way to the answer is for the resource's owner.
 * @param asked `partyOrgNo` is whom the action is done for: the system user's owner, or an agent's client.
 * @throws BareError 401, 403 for strangers · ProblemError 404
 */
export async function decideAsVendor(
  context: Context,
  asked: {
    readonly systemUserId: string;
    readonly resourceId: string;
    readonly action: string;
    readonly partyOrgNo: string;
  },
): Promise<Decision['decision']> {
  const { user } = await readCustomer(context, asked.systemUserId);
  const question = toQuestion({
    subject: [{ id: SYSTEM_USER_ATTRIBUTE, value: user.id }],
    resource: [...authorizationReferenceOf(asked.resourceId), { id: ORGANISATION_ATTRIBUTE, value: asked.partyOrgNo }],
    action: [{ id: ACTION_ATTRIBUTE, value: asked.action }],
  });
  return ('fault' in question ? toFault(question) : await decideFor(context.db, question)).decision;
}
