import type { Organisation, Party, Person } from '../parties/model.ts';
import { type Match, ORG_ATTRIBUTE, PACKAGE_ATTRIBUTE, type Policy, ROLE_ATTRIBUTE } from '../resources/model.ts';
import { mentions } from './decide.ts';
import {
  LEGACY_ORGANISATION_ATTRIBUTE,
  ORGANISATION_ATTRIBUTE,
  PARTY_ID_ATTRIBUTE,
  PARTY_TYPE_ATTRIBUTE,
  PARTY_UUID_ATTRIBUTE,
  type Question,
  REGISTER_ROLE_ATTRIBUTE,
  type Subject,
  type TraceStep,
  USER_ID_ATTRIBUTE,
} from './model.ts';
import type { Faulty } from './question.ts';
import { readSystemUser } from './read-system-user.ts';
import type { Reads } from './reads.ts';
import { attributesOfPackages, attributesOfRoles } from './subject-attributes.ts';

/** What the PDP found out about a subject at a party. */
export type SubjectFacts = {
  readonly attributes: readonly Match[];
  readonly delegatedActions: readonly string[] | undefined;
  readonly trace: readonly TraceStep[];
};

/**
 * Enriches the subject with what it holds at the party. Roles and packages that a caller claims are never believed.
 * An unknown system user, user id or party holds nothing; an unknown person number or organisation is a fault.
 * @see altinn-api.md §15.5 steps 1 and 3
 */
export async function readSubject(
  reads: Reads,
  question: Question,
  about: { readonly party: Party | undefined; readonly policy: Policy },
): Promise<SubjectFacts | Faulty> {
  const { subject } = question;
  switch (subject.kind) {
    case 'system-user':
      return readSystemUser(reads, { id: subject.id, resourceId: question.resourceId }, about);
    case 'person':
      return readPerson(reads, subject, about);
    case 'organisation':
      return readOrganisation(reads, subject, about);
    case 'party': {
      const party = await reads.party(subject.key);
      if (!party) return nothing('unknown');
      return heldBy(reads, party, about);
    }
  }
}

type About = { readonly party: Party | undefined; readonly policy: Policy };

async function readPerson(reads: Reads, subject: Subject & { kind: 'person' }, about: About) {
  const person = await reads.person(subject.key);
  if (!person && 'personNo' in subject.key) return { fault: 'processing-error', reason: 'unknown-subject' } as const;
  if (!person) return nothing('person');
  if (subject.uuid !== undefined && subject.uuid !== person.uuid) {
    return { fault: 'processing-error', reason: 'subject-conflict' } as const;
  }
  return heldBy(reads, person, about);
}

async function readOrganisation(reads: Reads, subject: Subject & { kind: 'organisation' }, about: About) {
  const code = subject.orgCode === undefined ? [] : [{ id: ORG_ATTRIBUTE, value: subject.orgCode }];
  if (subject.orgNo === undefined) return { ...nothing('organisation'), attributes: code };
  const organisation = await reads.party({ orgNo: subject.orgNo });
  if (!organisation) return { fault: 'syntax-error', reason: 'unknown-subject' } as const;
  const held = await heldBy(reads, organisation, about);
  return { ...held, attributes: [...code, ...held.attributes] };
}

/** Looks up only what the policy can ask for. */
async function heldBy(reads: Reads, holder: Person | Organisation, { party, policy }: About): Promise<SubjectFacts> {
  const asked = mentions(policy, ROLE_ATTRIBUTE, REGISTER_ROLE_ATTRIBUTE, PACKAGE_ATTRIBUTE);
  const held = party && asked ? await reads.holdings(party, holder.uuid) : { roles: [], packages: [] };
  const packages = held.packages.filter(({ hasAccess }) => hasAccess).map(({ urn }) => urn);
  const attributes = [...identityOf(holder), ...attributesOfRoles(held.roles), ...attributesOfPackages(packages)];
  const tie = party === undefined ? 'none' : party.uuid === holder.uuid ? 'own' : 'other';
  const step = { step: 'subject', kind: holder.kind, tie, roles: held.roles, packages } as const;
  return { attributes, delegatedActions: undefined, trace: [step] };
}

/** The names by which a policy can mean somebody, from the register. */
function identityOf(holder: Person | Organisation): readonly Match[] {
  const party = [
    { id: PARTY_ID_ATTRIBUTE, value: String(holder.partyId) },
    { id: PARTY_UUID_ATTRIBUTE, value: holder.uuid },
  ];
  if (holder.kind === 'person') {
    const userId = { id: USER_ID_ATTRIBUTE, value: String(holder.userId) };
    return [...party, userId, { id: PARTY_TYPE_ATTRIBUTE, value: 'person' }];
  }
  return [
    ...party,
    { id: ORGANISATION_ATTRIBUTE, value: holder.orgNo },
    { id: LEGACY_ORGANISATION_ATTRIBUTE, value: holder.orgNo },
    { id: PARTY_TYPE_ATTRIBUTE, value: 'organization' },
  ];
}

function nothing(kind: 'person' | 'organisation' | 'unknown'): SubjectFacts {
  const step = { step: 'subject', kind, tie: 'none', roles: [], packages: [] } as const;
  return { attributes: [], delegatedActions: undefined, trace: [step] };
}
