import { parsePersonNo, parseUuid } from '../kernel/brands.ts';
import { ACTION_ATTRIBUTE, APP_ATTRIBUTE, type Match, ORG_ATTRIBUTE, RESOURCE_ATTRIBUTE } from '../resources/model.ts';
import {
  type Fault,
  type FaultReason,
  INSTANCE_ATTRIBUTE,
  LEGACY_ORGANISATION_ATTRIBUTE,
  ORGANISATION_ATTRIBUTE,
  PARTY_ID_ATTRIBUTE,
  PARTY_UUID_ATTRIBUTE,
  type PartyKey,
  PERSON_ATTRIBUTE,
  type Question,
  type Subject,
  SYSTEM_USER_ATTRIBUTE,
  USER_ID_ATTRIBUTE,
} from './model.ts';

/** The attributes of one question, by category; a repeated attribute id accumulates values. */
export type Bags = {
  readonly subject: readonly Match[];
  readonly resource: readonly Match[];
  readonly action: readonly Match[];
};

/** Why attributes make no question. */
export type Faulty = { readonly fault: Fault; readonly reason: FaultReason };

const PARTY_ATTRIBUTES = [
  PARTY_ID_ATTRIBUTE,
  PARTY_UUID_ATTRIBUTE,
  ORGANISATION_ATTRIBUTE,
  LEGACY_ORGANISATION_ATTRIBUTE,
  PERSON_ATTRIBUTE,
];
const PERSON_ATTRIBUTES = [USER_ID_ATTRIBUTE, PERSON_ATTRIBUTE];

/**
 * Reads attributes as a question with exactly one subject, one resource, and at most one party; actions may be several.
 * Whatever could be read in two ways is a fault, never a guess.
 * @see altinn-api.md §15.4, §15.5
 */
export function toQuestion(bags: Bags): Question | Faulty {
  // PostgreSQL cannot even be asked about a text with a NUL in it.
  if (Object.values(bags).some((bag) => bag.some(({ value }) => value.includes('\0'))))
    return processing('bad-identifier');
  const subject = toSubject(bags.subject);
  if ('fault' in subject) return subject;
  const resourceId = toResourceId(bags.resource);
  if (typeof resourceId !== 'string') return resourceId;
  const party = toPartyKey(bags.resource.filter(({ id }) => PARTY_ATTRIBUTES.includes(id))) ?? ownerOf(bags.resource);
  if (party && 'fault' in party) return party;
  const known = [RESOURCE_ATTRIBUTE, ORG_ATTRIBUTE, APP_ATTRIBUTE, ...PARTY_ATTRIBUTES];
  const resourceAttributes = bags.resource.filter(({ id }) => !known.includes(id));
  return { subject, resourceId, resourceAttributes, party, actions: valuesOf(bags.action, ACTION_ATTRIBUTE) };
}

function toSubject(bag: readonly Match[]): Subject | Faulty {
  const systemUser = only(bag, SYSTEM_USER_ATTRIBUTE);
  if (systemUser.conflict) return processing('subject-conflict');
  if (systemUser.value !== undefined) {
    if (bag.some(({ id }) => id !== SYSTEM_USER_ATTRIBUTE)) return processing('subject-conflict');
    const id = parseUuid(systemUser.value);
    return id ? { kind: 'system-user', id } : processing('bad-identifier');
  }
  const person = toPerson(bag);
  const organisation = toOrganisation(bag);
  if (person && 'fault' in person) return person;
  if (organisation && 'fault' in organisation) return organisation;
  if (person && organisation) return processing('subject-conflict');
  return person ?? organisation ?? toParty(bag);
}

/** A user id or person number beats the party that policy enforcement points send along. */
function toPerson(bag: readonly Match[]): Subject | Faulty | undefined {
  const given = bag.filter(({ id }) => PERSON_ATTRIBUTES.includes(id));
  if (given.length === 0) return undefined;
  const userId = only(given, USER_ID_ATTRIBUTE);
  const personNo = only(given, PERSON_ATTRIBUTE);
  if (userId.conflict || personNo.conflict) return processing('subject-conflict');
  if (userId.value !== undefined && personNo.value !== undefined) return processing('subject-conflict');
  const sent = only(bag, PARTY_UUID_ATTRIBUTE);
  const uuid = sent.value === undefined ? undefined : parseUuid(sent.value);
  if (sent.conflict || (sent.value !== undefined && uuid === undefined)) return processing('bad-identifier');
  if (personNo.value !== undefined) {
    const parsed = parsePersonNo(personNo.value);
    return parsed ? { kind: 'person', key: { personNo: parsed }, uuid } : processing('bad-identifier');
  }
  const number = parseInteger(userId.value);
  return number === undefined ? syntax('bad-identifier') : { kind: 'person', key: { userId: number }, uuid };
}

function toOrganisation(bag: readonly Match[]): Subject | Faulty | undefined {
  const orgCode = only(bag, ORG_ATTRIBUTE);
  const orgNo = only(renameLegacy(bag), ORGANISATION_ATTRIBUTE);
  if (orgCode.conflict || orgNo.conflict) return processing('subject-conflict');
  if (orgCode.value === undefined && orgNo.value === undefined) return undefined;
  return { kind: 'organisation', orgNo: orgNo.value, orgCode: orgCode.value };
}

function toParty(bag: readonly Match[]): Subject | Faulty {
  const uuid = only(bag, PARTY_UUID_ATTRIBUTE);
  const partyId = only(bag, PARTY_ID_ATTRIBUTE);
  if (uuid.conflict || partyId.conflict) return processing('subject-conflict');
  if (uuid.value !== undefined) {
    const parsed = parseUuid(uuid.value);
    return parsed ? { kind: 'party', key: { uuid: parsed } } : processing('bad-identifier');
  }
  if (partyId.value === undefined) return processing('no-subject');
  const number = parseInteger(partyId.value);
  return number === undefined ? syntax('bad-identifier') : { kind: 'party', key: { partyId: number } };
}

/** A registry id, or org and app of an Altinn Studio app; both are accepted together when they agree. */
function toResourceId(bag: readonly Match[]): string | Faulty {
  const id = only(bag, RESOURCE_ATTRIBUTE);
  const org = only(bag, ORG_ATTRIBUTE);
  const app = only(bag, APP_ATTRIBUTE);
  if (id.conflict || org.conflict || app.conflict) return processing('resource-conflict');
  const appId = org.value !== undefined && app.value !== undefined ? `app_${org.value}_${app.value}` : undefined;
  if (id.value !== undefined && appId !== undefined && id.value !== appId) return processing('resource-conflict');
  return id.value ?? appId ?? processing('no-resource');
}

function toPartyKey(bag: readonly Match[]): PartyKey | Faulty | undefined {
  const [first, ...others] = distinct(renameLegacy(bag));
  if (!first) return undefined;
  if (others.length > 0) return processing('party-conflict');
  switch (first.id) {
    case PARTY_UUID_ATTRIBUTE: {
      const uuid = parseUuid(first.value);
      return uuid ? { uuid } : processing('bad-identifier');
    }
    case PERSON_ATTRIBUTE: {
      const personNo = parsePersonNo(first.value);
      return personNo ? { personNo } : processing('bad-identifier');
    }
    case PARTY_ID_ATTRIBUTE: {
      const partyId = parseInteger(first.value);
      return partyId === undefined ? syntax('bad-identifier') : { partyId };
    }
    default:
      return { orgNo: first.value };
  }
}

/** The party whose instance of an app is asked about, when nothing else names it: `<party id>/<uuid>`. */
function ownerOf(bag: readonly Match[]): PartyKey | Faulty | undefined {
  const instance = only(bag, INSTANCE_ATTRIBUTE);
  if (instance.conflict) return processing('party-conflict');
  const partyId = parseInteger(instance.value?.split('/', 1)[0]);
  return partyId === undefined ? undefined : { partyId };
}

function renameLegacy(bag: readonly Match[]): readonly Match[] {
  return bag.map(({ id, value }) => ({
    id: id === LEGACY_ORGANISATION_ATTRIBUTE ? ORGANISATION_ATTRIBUTE : id,
    value,
  }));
}

function only(bag: readonly Match[], id: string): { readonly value: string | undefined; readonly conflict: boolean } {
  const values = valuesOf(bag, id);
  return { value: values[0], conflict: values.length > 1 };
}

function valuesOf(bag: readonly Match[], id: string): readonly string[] {
  return [...new Set(bag.filter((one) => one.id === id).map((one) => one.value))];
}

function distinct(bag: readonly Match[]): readonly Match[] {
  return [...new Map(bag.map((one) => [`${one.id}\n${one.value}`, one])).values()];
}

/** How large a number the register's columns hold, above and below zero. */
const INTEGER_MAX = 2_147_483_647;

function parseInteger(text: string | undefined): number | undefined {
  if (text === undefined || !/^-?[0-9]{1,10}$/.test(text)) return undefined;
  return Math.abs(Number(text)) <= INTEGER_MAX ? Number(text) : undefined;
}

function processing(reason: FaultReason): Faulty {
  return { fault: 'processing-error', reason };
}

function syntax(reason: FaultReason): Faulty {
  return { fault: 'syntax-error', reason };
}
