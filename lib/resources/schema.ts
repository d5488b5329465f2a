import { z } from 'zod';
import {
  ACCESS_LIST_MODES,
  AVAILABLE_FOR_TYPES,
  type Match,
  REFERENCE_SOURCES,
  REFERENCE_TYPES,
  RESOURCE_TYPES,
  type Resource,
  type ResourceDetails,
} from './model.ts';

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
export const resourceSchema = z.object({
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
});
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

/** A resource as the wire has it; absent members are left out. */
export function toResourceDto(resource: Resource) {
  return { ...resource };
}

/** An attribute as the policy endpoints write it. */
export function toAttributeDto(match: Match) {
  return { type: match.id, value: match.value };
}

/** An attribute with its URN as well, as the subject endpoints write it. */
export function toUrnDto(urn: string) {
  const split = urn.lastIndexOf(':');
  return { type: urn.slice(0, split), value: urn.slice(split + 1), urn };
}
