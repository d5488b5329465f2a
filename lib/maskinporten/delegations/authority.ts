import { assertPerson } from '../../context/assert.ts';
import type { Context } from '../../context/context.ts';
import { forbidden } from '../../kernel/errors.ts';
import { isAllowed } from '../../parties/authority.ts';
import { findOrganisation } from '../../parties/find-party.ts';

/**
 * Lets people pass who may give away what the organisation has towards others' APIs: technical administrators and
 * access managers. @throws BareError 401, 403
 */
export async function assertMayDelegate(context: Context, orgNo: string): Promise<void> {
  const actor = assertPerson(context);
  const organisation = await findOrganisation(context.db, orgNo);
  if (!organisation) throw forbidden();
  if (await isAllowed(context.db, actor, organisation.uuid, 'technical-administration')) return;
  if (await isAllowed(context.db, actor, organisation.uuid, 'access-management.write')) return;
  throw forbidden();
}
