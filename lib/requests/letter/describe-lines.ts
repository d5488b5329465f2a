import type { Db } from '#db/open.ts';
import { checkDelegation } from '../../authorization/delegation-check.ts';
import type { DelegationCheck } from '../../authorization/model.ts';
import { ANONYMOUS, type PersonActor } from '../../context/context.ts';
import { AUTHENTICATION_LEVEL_MIN } from '../../parties/authority.ts';
import type { Person } from '../../parties/model.ts';
import { findAccessPackages } from '../../resources/access-packages/find-access-package.ts';
import { findNamedResources } from '../../resources/find-named-resources.ts';
import { findPolicy } from '../../resources/find-policy.ts';
import { findResources } from '../../resources/find-resource.ts';
import { policySummary } from '../../resources/policies/policy-summary.ts';
import { readResourcesBySubjects } from '../../resources/read-subjects.ts';
import type { DelegatedRight } from '../../systemusers/model.ts';
import type { LetterPackage, LetterRight, Lines, Manager } from './model.ts';

/** What stands under a heading, by id. */
export type LineIds = { readonly resourceIds: readonly string[]; readonly packageUrns: readonly string[] };

/** How many managers are asked what they can give. */
const MANAGERS_MAX = 20;

/** Who can give what: the reader first, managers where the reader cannot. */
export type Givers = {
  readonly orgUuid: string;
  /** `undefined` when nothing is to be given by anybody: a package for clients, or a list of what stays. */
  readonly reader: PersonActor | undefined;
  readonly managers: readonly { readonly person: Person; readonly roles: readonly string[] }[];
  /** What the system user holds, for letters that were answered. */
  readonly held?: readonly DelegatedRight[] | undefined;
};

/** Describes services and packages in words' terms, and says for each whether the reader can give it. */
export async function describeLines(db: Db, ids: LineIds, givers: Givers): Promise<Lines> {
  const check = givers.reader && (await checkDelegation(db, givers.reader, givers.orgUuid, ids));
  const others = check && !isWhole(check) ? await checkManagers(db, ids, givers) : [];
  return {
    rights: await describeRights(db, ids.resourceIds, { check, others, held: givers.held }),
    packages: await describePackages(db, ids.packageUrns, { check, others }),
  };
}

/** Whether everything that was checked can be given. */
export function isWhole(check: DelegationCheck): boolean {
  return check.resources.every((found) => found.actions.length > 0) && check.packages.every((found) => found.delegable);
}

type Checked = { readonly manager: Manager; readonly check: DelegationCheck };
type Findings = {
  readonly check: DelegationCheck | undefined;
  readonly others: readonly Checked[];
  readonly held?: readonly DelegatedRight[] | undefined;
};

async function checkManagers(db: Db, ids: LineIds, { orgUuid, managers }: Givers): Promise<readonly Checked[]> {
  const checked: Checked[] = [];
  for (const { person, roles } of managers.slice(0, MANAGERS_MAX)) {
    const check = await checkDelegation(db, asActor(person), orgUuid, ids);
    checked.push({ manager: { uuid: person.uuid, name: person.name, roles }, check });
  }
  return checked;
}

/** What the person could give once signed in properly. */
function asActor(person: Person): PersonActor {
  return {
    kind: 'person',
    partyUuid: person.uuid,
    partyId: person.partyId,
    userId: person.userId,
    name: person.name,
    authenticationLevel: AUTHENTICATION_LEVEL_MIN,
    scopes: new Set(),
  };
}

async function describeRights(
  db: Db,
  ids: readonly string[],
  { check, others, held }: Findings,
): Promise<readonly LetterRight[]> {
  const resources = await findNamedResources(db, ids);
  const rights: LetterRight[] = [];
  for (const resourceId of ids) {
    const resource = resources.get(resourceId);
    const policy = await findPolicy(db, resourceId);
    const own = check?.resources.find((found) => found.resourceId === resourceId);
    const canGive = own === undefined || own.actions.length > 0;
    const givenBefore = held?.find((right) => right.resourceId === resourceId)?.actions;
    rights.push({
      resourceId,
      title: resource?.title,
      description: resource?.description,
      rightDescription: resource?.rightDescription,
      owner: resource && {
        orgNo: resource.hasCompetentAuthority.organization ?? '',
        name: resource.hasCompetentAuthority.name ?? {},
      },
      actions: policy ? policySummary(policy).actions : [],
      given: givenBefore ?? own?.actions ?? [],
      isClosed: resource?.isClosed ?? false,
      personMustSign: resource?.personMustSign ?? false,
      canGive,
      reason: own?.reason,
      whoCan: canGive ? [] : managersWho(others, (found) => canGiveResource(found, resourceId)),
    });
  }
  return rights;
}

async function describePackages(
  db: Db,
  urns: readonly string[],
  { check, others }: Findings,
): Promise<readonly LetterPackage[]> {
  const catalogue = await findAccessPackages(db, urns);
  const context = { db, now: new Date(0), actor: ANONYMOUS };
  const services = await readResourcesBySubjects(context, urns);
  const resources = await findResources(db, [...new Set(services.flatMap((found) => found.identifiers))]);
  return urns.map((urn) => {
    const own = check?.packages.find((found) => found.urn === urn);
    const canGive = own?.delegable ?? true;
    const inside = services.find((found) => found.subjectUrn === urn.toLowerCase())?.identifiers ?? [];
    return {
      urn,
      name: catalogue.get(urn)?.name,
      description: catalogue.get(urn)?.description,
      services: inside.flatMap((resourceId) => {
        const service = resources.get(resourceId);
        return service ? [{ resourceId, title: service.title, personMustSign: service.personMustSign ?? false }] : [];
      }),
      canGive,
      reason: own?.reason,
      whoCan: canGive ? [] : managersWho(others, (found) => canGivePackage(found, urn)),
    };
  });
}

function managersWho(others: readonly Checked[], can: (check: DelegationCheck) => boolean): readonly Manager[] {
  return others.filter((other) => can(other.check)).map((other) => other.manager);
}

function canGiveResource(check: DelegationCheck, resourceId: string): boolean {
  return check.resources.some((found) => found.resourceId === resourceId && found.actions.length > 0);
}

function canGivePackage(check: DelegationCheck, urn: string): boolean {
  return check.packages.some((found) => found.urn === urn && found.delegable);
}
