import { recordAudit } from '../audit/record.ts';
import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { DAY_MS } from '../kernel/durations.ts';
import { assertPowerAt, type PartyKey } from '../parties/assert-power-at.ts';
import { announceSystemUser } from '../systemusers/announce-system-user.ts';
import { findSystemUser } from '../systemusers/find-system-user.ts';
import { noteWish } from '../systemusers/note-wish.ts';
import { notifyVendor } from './notices/queue-notices.ts';
import { requestProblem } from './problems.ts';

/** What a customer would like a vendor to ask for; `text` may be empty. */
export type ChangeWish = { readonly party: PartyKey; readonly systemUserId: string; readonly text: string };

/**
 * Asks a vendor, in a person's own words, to send a change request for a standard system user. Nothing is changed by it.
 * The wish stands until the vendor asks for a change, and can be said again after a day.
 * @throws BareError 401, 403 · ProblemError AUTH-00015 when the organisation has no such system user, REQ-00008 when a day
 * has not passed.
 */
export async function askForChange(context: Context, input: ChangeWish): Promise<void> {
  await context.db.transaction(async (tx) => {
    const inside = { ...context, db: tx };
    const { actor, organisation } = await assertPowerAt(inside, input.party, 'access-management.write');
    const user = await findSystemUser(tx, input.systemUserId);
    if (!user || user.isDeleted || user.partyOrgNo !== organisation.orgNo || user.userType !== 'standard') {
      throw authProblem('AUTH-00015');
    }
    const wish = { text: input.text, at: context.now, byName: actor.name };
    const isNoted = await noteWish(tx, user.id, wish, new Date(context.now.getTime() - DAY_MS));
    if (!isNoted) throw requestProblem('REQ-00008');
    await recordAudit(tx, inside, {
      action: 'systemuser.change-wished',
      subjectType: 'systemuser',
      subjectId: user.id,
      onBehalfOf: organisation.orgNo,
      partyOrgNo: organisation.orgNo,
      vendorOrgNo: user.vendorOrgNo,
      after: { text: input.text },
    });
    await announceSystemUser(tx, { user, did: 'changewished', at: context.now });
    await notifyVendor(tx, {
      kind: 'change-wished',
      vendorOrgNo: user.vendorOrgNo,
      organisation: organisation.name,
      at: context.now,
      by: actor.name,
      link: `${env().PORTAL_URL}/vendor/system-users/${user.id}`,
    });
  });
}
