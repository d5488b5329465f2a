import { type ActivityPage, type ActivityQuery, listActivity } from '../audit/list-activity.ts';
import type { Context } from '../context/context.ts';
import { forbidden } from '../kernel/errors.ts';
import { assertPower } from './authority.ts';
import { findOrganisation } from './find-party.ts';

/**
 * Reads what has happened to an organisation, newest first: as a customer its access managers may, as a vendor or
 * service owner those with technical administration.
 * @throws BareError 401, 403
 */
export async function readActivity(context: Context, input: ActivityQuery): Promise<ActivityPage> {
  const organisation = await findOrganisation(context.db, input.orgNo);
  if (!organisation) throw forbidden();
  const power = input.side === 'party' ? 'access-management.read' : 'technical-administration';
  await assertPower(context, organisation.uuid, power);
  return listActivity(context.db, input);
}
