import type { Db } from '#db/open.ts';
import { hasAnyScope } from '../context/assert.ts';
import type { Context, OrganisationActor, PersonActor } from '../context/context.ts';
import { forbidden, unauthenticated } from '../kernel/errors.ts';
import { findOrganisation, findPerson } from '../parties/find-party.ts';
import type { Question } from './model.ts';
import { ownsResource, selectVendorOf } from './store.ts';

const ASK = 'altinn:authorization/authorize';
const ASK_ADMIN = 'altinn:authorization/authorize.admin';

/**
 * Narrows to a caller whose token may ask the PDP at all.
 * @throws BareError 401 without a token, 403 without one of the scopes.
 * @see altinn-api.md §1.2
 */
export function assertAsker({ actor }: Context): OrganisationActor | PersonActor {
  if (actor.kind === 'anonymous') throw unauthenticated();
  if (!hasAnyScope(actor, [ASK, ASK_ADMIN])) throw forbidden();
  return actor;
}

/**
 * Makes sure that the caller may know the answers: service owners ask about anybody, all others about themselves only,
 * so that the PDP is no oracle about strangers.
 * @param questions `undefined` stands for what is no question; its answer tells nothing.
 * @throws BareError 403
 */
export async function assertMayKnow(
  db: Db,
  asker: OrganisationActor | PersonActor,
  questions: readonly (Question | undefined)[],
): Promise<void> {
  if (asker.scopes.has(ASK_ADMIN) || (asker.kind === 'organisation' && (await isServiceOwner(db, asker)))) return;
  for (const question of questions) {
    if (question && !(await isOwnSubject(db, asker, question))) throw forbidden();
  }
}

/** A service owner has a short code, on the token or in the register, or owns something in the resource registry. */
async function isServiceOwner(db: Db, asker: OrganisationActor): Promise<boolean> {
  if (asker.orgCode !== undefined) return true;
  const organisation = await findOrganisation(db, asker.orgNo);
  return organisation?.orgCode !== undefined || ownsResource(db, asker.orgNo);
}

/** A person; an organisation; or a system user of one's own: the token's, or any of a system that one sells. */
async function isOwnSubject(db: Db, asker: OrganisationActor | PersonActor, { subject }: Question): Promise<boolean> {
  if (asker.kind === 'person') return isSamePerson(db, asker, subject);
  if (subject.kind === 'organisation') return subject.orgCode === undefined && subject.orgNo === asker.orgNo;
  if (subject.kind !== 'system-user') return false;
  return asker.systemUser?.id === subject.id || (await selectVendorOf(db, subject.id)) === asker.orgNo;
}

async function isSamePerson(db: Db, asker: PersonActor, subject: Question['subject']): Promise<boolean> {
  if (subject.kind === 'person') {
    if ('userId' in subject.key) return subject.key.userId === asker.userId;
    return (await findPerson(db, subject.key))?.uuid === asker.partyUuid;
  }
  if (subject.kind !== 'party') return false;
  return 'uuid' in subject.key ? subject.key.uuid === asker.partyUuid : subject.key.partyId === asker.partyId;
}
