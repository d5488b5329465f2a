import { env } from '../config/env.ts';
import { assertPerson } from '../context/assert.ts';
import type { Context, PersonActor } from '../context/context.ts';
import { assertOperatorPerson } from '../maskinporten/administration/authority.ts';
import { assertOwnTechnical } from '../parties/authority.ts';

/**
 * Narrows to a person with technical administration of the vendor. @throws BareError 401, 403
 */
export async function assertVendorPerson(context: Context, orgNo: string): Promise<PersonActor> {
  const actor = assertPerson(context);
  await assertOwnTechnical(context, orgNo);
  return actor;
}

/**
 * Lets people of the vendor pass, and those of the operator when they act for it. @throws BareError 401, 403
 */
export async function assertVendorOrOperator(context: Context, orgNo: string): Promise<void> {
  const actor = assertPerson(context);
  if (actor.actingFor?.orgNo === env().OPERATOR_ORG_NO) return assertOperatorPerson(context);
  await assertOwnTechnical(context, orgNo);
}
