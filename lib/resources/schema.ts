import { z } from 'zod';
import type { ServiceOwner } from './list-owners.ts';
import {
  ACCESS_LIST_MODES,
  ACTION_ATTRIBUTE,
  AVAILABLE_FOR_TYPES,
  type Match,
  REFERENCE_SOURCES,
  REFERENCE_TYPES,
  RESOURCE_ATTRIBUTE,
  RESOURCE_TYPES,
  type ResourceDetails,
} from './model.ts';
import type { FlatRule, PolicyRight } from './policies/flatten-policy.ts';
import type { NamedRight } from './policies/name-rights.ts';
import type { FeedPosition, UpdatedSubject } from './read-feeds.ts';

/** Members of a list that a resource may have at most. */
const LIST_MAX = 200;

const text = z.string().max(10_000);

/** `null` and absence are the same on this wire. */
function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

/** An enum that is written in PascalCase and read without regard to case. */
function anyCase<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.string().transform((given, context): Values[number] => {
    const found = values.find((value) => value.toLowerCase() === given.toLowerCase());
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: `The value '${given.slice(0, 40)}' is not valid.` });
    return z.NEVER;
  });
}

const texts = z.record(z.string().max(20), text.nullable()).transform((given): Readonly<Record<string, string>> => {
  const known = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries(known);
});

function flag(absent: boolean) {
  return z
    .boolean()
    .nullish()
    .transform((value) => value ?? absent);
}

/** A resource as callers write it; members that must be there are checked by `toResourceDetails`. */
export const resourceSchema = z
  .object({
    identifier: optional(text),
    version: optional(text),
    title: optional(texts),
    description: optional(texts),
    rightDescription: optional(texts),
    homepage: optional(text),
    status: optional(text),
    spatial: optional(z.array(text).max(LIST_MAX)),
    contactPoints: optional(
      z
        .array(
          z.object({
            category: optional(text),
            email: optional(text),
            telephone: optional(text),
            contactPage: optional(text),
          }),
        )
        .max(LIST_MAX),
    ),
    produces: optional(z.array(text).max(LIST_MAX)),
    isPartOf: optional(text),
    thematicAreas: optional(z.array(text).max(LIST_MAX)),
    resourceReferences: optional(
      z
        .array(
          z.object({
            referenceSource: optional(anyCase(REFERENCE_SOURCES)).transform((value) => value ?? 'Default'),
            reference: optional(text).transform((value) => value ?? ''),
            referenceType: optional(anyCase(REFERENCE_TYPES)).transform((value) => value ?? 'Default'),
          }),
        )
        .max(LIST_MAX),
    ),
    delegable: flag(true),
    visible: flag(true),
    personMustSign: optional(z.boolean()),
    hasCompetentAuthority: optional(
      z.object({ organization: optional(text), orgcode: optional(text), name: optional(texts) }),
    ),
    keywords: optional(z.array(z.object({ word: text, language: optional(text) })).max(LIST_MAX)),
    accessListMode: optional(anyCase(ACCESS_LIST_MODES)).transform((value) => value ?? 'Disabled'),
    selfIdentifiedUserEnabled: flag(false),
    enterpriseUserEnabled: flag(false),
    resourceType: optional(anyCase(RESOURCE_TYPES)).transform((value) => value ?? 'Default'),
    availableForType: optional(z.array(anyCase(AVAILABLE_FOR_TYPES)).max(LIST_MAX)),
    consentTemplate: optional(text),
    consentText: optional(texts),
    consentMetadata: optional(z.record(z.string().max(255), z.object({ optional: flag(false) }))),
    isOneTimeConsent: optional(z.boolean()),
  })
  .meta({ id: 'ServiceResourceBody' });
export type ResourceBody = z.output<typeof resourceSchema>;

/** The members that a body must have, by the names that the error bodies use. */
const REQUIRED = {
  identifier: 'Identifier',
  title: 'Title',
  description: 'Description',
  contactPoints: 'ContactPoints',
  hasCompetentAuthority: 'HasCompetentAuthority',
} as const;

/** @returns the resource, or a text for each member that must be there and is not */
export function toResourceDetails(
  body: ResourceBody,
): { readonly details: ResourceDetails } | { readonly missing: Readonly<Record<string, readonly string[]>> } {
  const { identifier, title, description, contactPoints, hasCompetentAuthority } = body;
  if (identifier && title && description && contactPoints && hasCompetentAuthority) {
    return { details: { ...body, identifier, title, description, contactPoints, hasCompetentAuthority } };
  }
  const missing = Object.entries(REQUIRED).filter(([member]) => !body[member as keyof typeof REQUIRED]);
  return { missing: Object.fromEntries(missing.map(([, name]) => [name, [`The ${name} field is required.`]])) };
}

/** The body of a question for resources by subjects. */
export const subjectsSchema = z.array(z.string().max(500));

/** An attribute as the policy endpoints write it. */
function toAttributeDto(match: Match) {
  return { type: match.id, value: match.value };
}

/** An attribute with its URN as well, as the subject endpoints write it. */
export function toUrnDto(urn: string) {
  const split = urn.lastIndexOf(':');
  return { type: urn.slice(0, split), value: urn.slice(split + 1), urn };
}

/** A resource by its URN, as the subject endpoints write it. */
export function toResourceUrnDto(identifier: string) {
  return { type: RESOURCE_ATTRIBUTE, value: identifier, urn: `${RESOURCE_ATTRIBUTE}:${identifier}` };
}

/** One subject × action × resource combination of a policy. */
export function toFlatRuleDto(rule: FlatRule) {
  return {
    subject: rule.subject.map(toAttributeDto),
    action: toAttributeDto({ id: ACTION_ATTRIBUTE, value: rule.action }),
    resource: rule.resource.map(toAttributeDto),
  };
}

/** A right in the first version of the API, with everybody who has it. */
export function toRightDto(right: PolicyRight) {
  return {
    action: toAttributeDto({ id: ACTION_ATTRIBUTE, value: right.action }),
    resource: right.resource.map(toAttributeDto),
    subjects: right.subjects.map((subject) => ({ subjectAttributes: subject.map(toAttributeDto) })),
    rightKey: right.rightKey,
    subjectTypes: right.subjectTypes,
  };
}

/** A right in the second version of the API, named in the reader's language. */
export function toRightV2Dto(right: NamedRight) {
  return {
    key: right.key,
    name: right.name,
    resource: right.resource.map(toAttributeDto),
    action: toAttributeDto({ id: ACTION_ATTRIBUTE, value: right.action }),
  };
}

/** A subject that came to or went from a policy. */
export function toUpdatedSubjectDto(updated: UpdatedSubject) {
  return {
    subjectUrn: updated.subjectUrn,
    resourceUrn: `${RESOURCE_ATTRIBUTE}:${updated.identifier}`,
    updatedAt: updated.updatedAt.toISOString(),
    deleted: updated.isDeleted,
  };
}

/** Service owners by code, as the list that Altinn publishes. */
export function toOrgsDto(owners: readonly ServiceOwner[]) {
  const entries = owners.map(
    ({ orgCode, orgNo, name }) =>
      [orgCode, { name: { en: name, nb: name, nn: name }, orgnr: orgNo, environments: [] }] as const,
  );
  return { orgs: Object.fromEntries(entries) };
}

/** A feed's position as the text inside a page token: milliseconds, resource, subject. */
export const feedCursor = z.string().regex(/^[0-9]{1,15}\|[^|]*\|.*$/);

/** Writes a feed's position for a page token. */
export function toFeedCursor(position: FeedPosition): string {
  return [position.at.getTime(), position.identifier, position.subjectUrn].join('|');
}

/** Reads a feed's position from a page token that `feedCursor` let pass. */
export function fromFeedCursor(text: string): FeedPosition {
  const [at = '', identifier = '', ...rest] = text.split('|');
  return { at: new Date(Number(at)), identifier, subjectUrn: rest.join('|') };
}

/** The kind of resource that a search names, in whatever case. */
export const resourceTypeSchema = anyCase(RESOURCE_TYPES);

const attributeDto = z.strictObject({ type: z.string(), value: z.string() }).meta({ id: 'Attribute' });
const urnDto = attributeDto.extend({ urn: z.string() }).meta({ id: 'AttributeUrn' });

/** A resource as it was registered, with what the registry adds. */
export const resourceDto = z
  .looseObject({
    identifier: z.string(),
    title: z.record(z.string(), z.string()),
    description: z.record(z.string(), z.string()),
    delegable: z.boolean(),
    visible: z.boolean(),
    hasCompetentAuthority: z.looseObject({ organization: z.string().optional(), orgcode: z.string().optional() }),
    accessListMode: z.enum(['Disabled', 'Enabled']),
    selfIdentifiedUserEnabled: z.boolean(),
    enterpriseUserEnabled: z.boolean(),
    resourceType: z.enum(RESOURCE_TYPES),
    authorizationReference: z.array(z.strictObject({ id: z.string(), value: z.string() })).optional(),
    versionId: z.int(),
  })
  .meta({ id: 'ServiceResource' });

/** Subjects of a policy. */
export const subjectsDto = z.strictObject({ links: z.strictObject({}), data: z.array(urnDto) });

/** What `toFlatRuleDto` gives. */
export const flatRuleDto = z
  .strictObject({
    subject: z.array(attributeDto),
    action: attributeDto,
    resource: z.array(attributeDto),
  })
  .meta({ id: 'PolicyRule' });

/** What `toRightDto` gives. */
export const rightDto = z
  .strictObject({
    action: attributeDto,
    resource: z.array(attributeDto),
    subjects: z.array(z.strictObject({ subjectAttributes: z.array(attributeDto) })),
    rightKey: z.string(),
    subjectTypes: z.array(z.string()),
  })
  .meta({ id: 'PolicyRight' });

/** What `toRightV2Dto` gives. */
export const rightV2Dto = z.strictObject({
  key: z.string(),
  name: z.string(),
  resource: z.array(attributeDto),
  action: attributeDto,
});

/** Resources by subject. */
export const bySubjectsDto = z.strictObject({
  links: z.strictObject({}),
  data: z.array(z.strictObject({ subject: urnDto, resources: z.array(urnDto) })),
});

/** What `toUpdatedSubjectDto` gives. */
export const updatedSubjectDto = z.strictObject({
  subjectUrn: z.string(),
  resourceUrn: z.string(),
  updatedAt: z.iso.datetime(),
  deleted: z.boolean(),
});

/** A resource whose policy changed. */
export const policyChangeDto = z.strictObject({ resourceId: z.string(), changedAt: z.iso.datetime() });

/** What `toOrgsDto` gives. */
export const orgsDto = z.strictObject({
  orgs: z.record(
    z.string(),
    z.strictObject({
      name: z.record(z.string(), z.string()),
      orgnr: z.string(),
      environments: z.array(z.string()),
    }),
  ),
});
