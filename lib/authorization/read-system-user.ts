import type { Party } from '../parties/model.ts';
import { PACKAGE_ATTRIBUTE, type Policy } from '../resources/model.ts';
import { mentions } from './decide.ts';
import type { TraceStep } from './model.ts';
import type { SubjectFacts } from './read-subject.ts';
import type { Reads } from './reads.ts';
import type { ActingSystemUser } from './store.ts';
import { attributesOfPackages } from './subject-attributes.ts';

type Tie = (TraceStep & { step: 'subject' })['tie'];
type Held = {
  readonly tie: Tie;
  readonly packages: readonly string[];
  readonly actions?: readonly string[] | undefined;
};

/**
 * Reads what a system user holds at the party. It has no roles. A standard one has its single rights and packages at its
 * owner, and the packages at the owner's sub-units; an agent has packages where a client, or its owner for "self",
 * was delegated to it and the client's relation to the owner still gives them.
 * @see altinn-api.md §15.6
 */
export async function readSystemUser(
  reads: Reads,
  asked: { readonly id: string; readonly resourceId: string },
  about: { readonly party: Party | undefined; readonly policy: Policy },
): Promise<SubjectFacts> {
  const user = await reads.systemUser(asked.id, asked.resourceId);
  const kind = user?.userType === 'agent' ? 'agent-system-user' : 'system-user';
  const ended = user && whatEnded(user);
  if (!user || ended) {
    const step: TraceStep = { step: 'subject', kind: user ? kind : 'unknown', tie: 'none', roles: [], packages: [] };
    return {
      attributes: [],
      delegatedActions: undefined,
      trace: ended ? [step, { step: 'ended', what: ended }] : [step],
    };
  }
  const asksForPackages = mentions(about.policy, PACKAGE_ATTRIBUTE);
  const held = await heldAt(reads, user, about.party, asksForPackages);
  return {
    attributes: attributesOfPackages(held.packages),
    delegatedActions: held.actions,
    trace: [{ step: 'subject', kind, tie: held.tie, roles: [], packages: held.packages }],
  };
}

async function heldAt(
  reads: Reads,
  user: ActingSystemUser,
  party: Party | undefined,
  asksForPackages: boolean,
): Promise<Held> {
  if (!party) return NOTHING;
  return user.userType === 'agent'
    ? heldByAgent(reads, user, party, asksForPackages)
    : heldByStandard(user, party, asksForPackages);
}

const NOTHING: Held = { tie: 'none', packages: [] };

function heldByStandard(user: ActingSystemUser, party: Party, asks: boolean): Held {
  const isOwner = party.uuid === user.partyUuid;
  const isSubUnit = party.kind === 'organisation' && party.parentOrgNo === user.partyOrgNo;
  if (!isOwner && !isSubUnit) return NOTHING;
  const packages = asks ? user.packages : [];
  if (!isOwner) return { tie: 'main-unit', packages };
  return { tie: 'own', packages, actions: user.actions ?? undefined };
}

async function heldByAgent(reads: Reads, user: ActingSystemUser, party: Party, asks: boolean): Promise<Held> {
  const mainUnit = await reads.mainUnit(party);
  const clients = [party, ...(mainUnit ? [mainUnit] : [])];
  const delegations = await reads.clientDelegations(
    user.id,
    clients.map(({ uuid }) => uuid),
  );
  if (delegations.length === 0) return NOTHING;
  const packages: string[] = [];
  for (const delegation of asks ? delegations : []) {
    const client = clients.find(({ uuid }) => uuid === delegation.clientUuid);
    if (!client) continue;
    packages.push(...(delegation.isSelf ? delegation.packageUrns : await stillGiven(reads, user, client, delegation)));
  }
  return { tie: delegations.some(({ isSelf }) => isSelf) ? 'own' : 'client', packages: [...new Set(packages)] };
}

/** A delegation outlives neither the client's relation to the owner nor what it gives. */
async function stillGiven(
  reads: Reads,
  user: ActingSystemUser,
  client: Party,
  delegation: { readonly packageUrns: readonly string[] },
): Promise<readonly string[]> {
  const given = await reads.holdings(client, user.partyUuid);
  return delegation.packageUrns.filter((urn) => given.packages.some((held) => held.hasAccess && held.urn === urn));
}

function whatEnded(user: ActingSystemUser): (TraceStep & { step: 'ended' })['what'] | undefined {
  if (user.isDeleted) return 'system-user';
  if (user.suspendedAt) return 'suspended';
  if (user.systemIsDeleted) return 'system-deleted';
  return user.systemIsSuspended ? 'system-suspended' : undefined;
}
