import type { Db } from '#db/open.ts';
import type { PersonActor } from '../context/context.ts';
import { AUTHENTICATION_LEVEL_MIN } from '../parties/authority.ts';
import { findParty } from '../parties/find-party.ts';
import type { Organisation } from '../parties/model.ts';
import { findPolicy } from '../resources/find-policy.ts';
import { findResource } from '../resources/find-resource.ts';
import {
  MINIMUM_LEVEL_CATEGORY,
  PACKAGE_ATTRIBUTE,
  type Policy,
  type ResourceType,
  ROLE_ATTRIBUTE,
} from '../resources/model.ts';
import { actionsFor, mentions } from './decide.ts';
import { type Holdings, readHoldings } from './holdings.ts';
import { listedActions } from './listed-actions.ts';
import {
  DELEGATION_ATTRIBUTE,
  type DelegationCheck,
  type DelegationRefusal,
  ORGANISATION_ATTRIBUTE,
  REGISTER_ROLE_ATTRIBUTE,
} from './model.ts';
import { attributesOfPackages, attributesOfRoles } from './subject-attributes.ts';

/** Types that are never given away as a right, whatever their `delegable` says (`altinn-api.md` §7.4). */
const UNDELEGABLE_TYPES: readonly ResourceType[] = ['Altinn2Service', 'Systemresource', 'Consent'];

type Giver = { readonly actor: PersonActor; readonly organisation: Organisation; readonly holdings: Holdings };
type ResourceCheck = DelegationCheck['resources'][number];

/**
 * Says what the person may give away at the organisation. A resource is delegable when its policy gives at least one
 * action to a role or package that the person holds; a package when the person may pass it on.
 * Does not ask whether the person may manage access at all: that is `assertPower`'s question.
 * @param db the caller's transaction, so that the check and the grant see one state.
 * @param orgUuid party uuid of the organisation whose rights are given away.
 * @see altinn-api.md §17.4
 */
export async function checkDelegation(
  db: Db,
  actor: PersonActor,
  orgUuid: string,
  wanted: { readonly resourceIds: readonly string[]; readonly packageUrns: readonly string[] },
): Promise<DelegationCheck> {
  const organisation = await findParty(db, { uuid: orgUuid });
  if (organisation?.kind !== 'organisation') return refuseAll(wanted);
  const giver = { actor, organisation, holdings: await readHoldings(db, organisation, actor.partyUuid) };
  const resources: ResourceCheck[] = [];
  for (const resourceId of wanted.resourceIds) resources.push(await checkResource(db, giver, resourceId));
  return { resources, packages: wanted.packageUrns.map((urn) => checkPackage(giver, urn)) };
}

async function checkResource(db: Db, giver: Giver, resourceId: string): Promise<ResourceCheck> {
  const resource = await findResource(db, resourceId);
  const policy = await findPolicy(db, resourceId);
  const refuse = (reason: DelegationRefusal): ResourceCheck => ({ resourceId, actions: [], reason });
  if (!resource) return refuse('Unknown');
  if (resource.resourceType === 'MaskinportenSchema') return refuse('ResourceIsMaskinPortenSchema');
  if (!resource.delegable || UNDELEGABLE_TYPES.includes(resource.resourceType)) return refuse('ResourceNotDelegable');
  if (!policy) return refuse('Unknown');
  if (giver.actor.authenticationLevel < levelOf(policy)) return refuse('InsufficientAuthenticationLevel');

  const held = actionsFor(policy, subjectOf(giver));
  if (held.length === 0) return refuse(reasonOf(policy));
  const actions = await listedActions(db, resource, { orgNo: giver.organisation.orgNo, actions: held });
  return actions.length > 0 ? { resourceId, actions } : refuse('AccessListValidationFail');
}

function checkPackage({ actor, holdings }: Giver, urn: string): DelegationCheck['packages'][number] {
  if (actor.authenticationLevel < AUTHENTICATION_LEVEL_MIN) {
    return { urn, delegable: false, reason: 'InsufficientAuthenticationLevel' };
  }
  if (holdings.packages.some((held) => held.urn === urn && held.mayDelegate)) return { urn, delegable: true };
  return { urn, delegable: false, reason: 'MissingPackageAccess' };
}

/** What may be passed on counts, not what may be used: a main administrator gives away without having access. */
function subjectOf({ holdings }: Giver) {
  const packages = holdings.packages.filter((held) => held.mayDelegate).map((held) => held.urn);
  return [...attributesOfRoles(holdings.roles), ...attributesOfPackages(packages)];
}

function levelOf(policy: Policy): number {
  const levels = policy.obligations
    .filter((obligation) => obligation.category === MINIMUM_LEVEL_CATEGORY)
    .map((obligation) => Number(obligation.value));
  return Math.max(AUTHENTICATION_LEVEL_MIN, ...levels.filter(Number.isFinite));
}

/** Names the kind of access that the policy asks for first. */
function reasonOf(policy: Policy): DelegationRefusal {
  if (mentions(policy, ROLE_ATTRIBUTE, REGISTER_ROLE_ATTRIBUTE)) return 'MissingRoleAccess';
  if (mentions(policy, PACKAGE_ATTRIBUTE)) return 'MissingPackageAccess';
  if (mentions(policy, DELEGATION_ATTRIBUTE)) return 'MissingDelegationAccess';
  if (mentions(policy, ORGANISATION_ATTRIBUTE)) return 'MissingSrrRightAccess';
  return 'Unknown';
}

function refuseAll(wanted: { readonly resourceIds: readonly string[]; readonly packageUrns: readonly string[] }) {
  return {
    resources: wanted.resourceIds.map((resourceId) => ({ resourceId, actions: [], reason: 'Unknown' as const })),
    packages: wanted.packageUrns.map((urn) => ({ urn, delegable: false, reason: 'Unknown' as const })),
  };
}
