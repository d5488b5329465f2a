import type { Db } from '#db/open.ts';
import { recordAudit } from '../audit/record.ts';
import { env } from '../config/env.ts';
import { assertPerson } from '../context/assert.ts';
import type { Context } from '../context/context.ts';
import { bindingProblem } from '../kernel/errors.ts';
import type { PageOf } from '../kernel/pages.ts';
import { isPlainText } from '../kernel/text.ts';
import { assertOwnTechnical } from '../parties/authority.ts';
import { findOrganisation, findOrganisationNames, findPerson } from '../parties/find-party.ts';
import type { Organisation, Party } from '../parties/model.ts';
import { organisationsOf, packagesHeld, peopleOf, rolesHeld } from '../parties/roles.ts';
import { findSystems } from '../register/find-system.ts';
import type { Texts } from '../register/model.ts';
import { listOwned } from './list-owned.ts';
import type { SystemUser } from './model.ts';

const REASON_MAX_CHARACTERS = 500;

/** A system user with what its system and its vendor are called. */
export type FoundSystemUser = { readonly user: SystemUser; readonly systemName: Texts; readonly vendorName: string };

/** Who can do what: for a person, what is held where; for an organisation, its people and system users. */
export type PartyLookup =
  | {
      readonly kind: 'person';
      readonly name: string;
      readonly places: readonly {
        readonly organisation: Organisation;
        readonly roles: readonly string[];
        /** URNs of packages that give access. */
        readonly packages: readonly string[];
      }[];
    }
  | {
      readonly kind: 'organisation';
      readonly name: string;
      readonly people: readonly { readonly name: string; readonly roles: readonly string[] }[];
      /** The newest of those in use, and of those that have ended. */
      readonly systemUsers: readonly [PageOf<FoundSystemUser>, PageOf<FoundSystemUser>];
    };

/**
 * Looks a person or an organisation up for the operator's support. Nothing is shown without a reason, and the look-up
 * stands in the audit trail, where an organisation sees it too.
 * @returns `undefined` when nobody has the number; that is recorded as well
 * @throws BareError 401, 403 · ProblemError 400 without a reason
 */
export async function lookUpParty(
  context: Context,
  input: { readonly key: { readonly orgNo: string } | { readonly personNo: string }; readonly reason: string },
): Promise<PartyLookup | undefined> {
  assertPerson(context);
  await assertOwnTechnical(context, env().OPERATOR_ORG_NO);
  const reason = input.reason.trim();
  if (reason === '' || reason.length > REASON_MAX_CHARACTERS || !isPlainText(reason, { lines: true })) {
    throw bindingProblem({ reason: [`Must be 1 to ${REASON_MAX_CHARACTERS} visible characters.`] });
  }
  const { key } = input;
  const party = 'orgNo' in key ? await findOrganisation(context.db, key.orgNo) : await findPerson(context.db, key);
  await context.db.transaction((tx) =>
    recordAudit(tx, context, {
      action: 'party.looked-up',
      subjectType: 'party',
      // A person's number is never written down.
      subjectId: party?.uuid ?? ('orgNo' in key ? key.orgNo : 'unknown-person'),
      onBehalfOf: env().OPERATOR_ORG_NO,
      partyOrgNo: party?.kind === 'organisation' ? party.orgNo : undefined,
      after: { reason },
    }),
  );
  return party && describe(context, party);
}

async function newest(db: Db, orgNo: string, ended: boolean): Promise<PageOf<FoundSystemUser>> {
  const page = await listOwned(db, orgNo, { ended, by: 'created', descending: true, language: 'nb' });
  const systems = await findSystems(
    db,
    page.rows.map(({ systemInternalId }) => systemInternalId),
  );
  const names = await findOrganisationNames(
    db,
    page.rows.map(({ vendorOrgNo }) => vendorOrgNo),
  );
  const rows = page.rows.map((user) => ({
    user,
    systemName: systems.get(user.systemInternalId)?.name ?? namedAlike(user.systemId),
    vendorName: names.get(user.vendorOrgNo) ?? user.vendorOrgNo,
  }));
  return { ...page, rows };
}

function namedAlike(name: string): Texts {
  return { nb: name, nn: name, en: name };
}

async function describe({ db }: Context, party: Party): Promise<PartyLookup> {
  if (party.kind === 'organisation') {
    const people = await peopleOf(db, party.uuid);
    return {
      kind: 'organisation',
      name: party.name,
      people: people.map(({ person, roles }) => ({ name: person.name, roles })),
      systemUsers: [await newest(db, party.orgNo, false), await newest(db, party.orgNo, true)],
    };
  }
  const places = [];
  for (const organisation of await organisationsOf(db, party.uuid)) {
    const roles = await rolesHeld(db, organisation.uuid, party.uuid);
    const held = await packagesHeld(db, organisation.uuid, party.uuid);
    places.push({ organisation, roles, packages: held.filter(({ hasAccess }) => hasAccess).map(({ urn }) => urn) });
  }
  return { kind: 'person', name: party.name, places };
}
