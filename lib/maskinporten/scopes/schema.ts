import { z } from 'zod';
import { administrationProblem } from '../administration/problems.ts';
import { isTrue, line, lines, optional } from '../administration/schema.ts';
import { TOKEN_LIFETIME_MAX_SECONDS } from '../model.ts';
import type { ScopeConsumers } from './count-consumers.ts';
import {
  type CatalogueFilter,
  INTEGRATION_TYPES,
  SCOPE_LANGUAGES,
  SCOPE_TOKEN_TYPES,
  type Scope,
  type ScopeAccess,
  type ScopeDetails,
  type ScopeSettings,
  VISIBILITIES,
} from './model.ts';

const DESCRIPTION_MAX_CHARACTERS = 255;
const LONG_DESCRIPTION_MAX_CHARACTERS = 4000;
const SECONDS_MAX = 2_147_483_647;

const description = line(DESCRIPTION_MAX_CHARACTERS);
const longDescription = lines(LONG_DESCRIPTION_MAX_CHARACTERS);
const flag = optional(z.boolean(), false);
const textOrNothing = optional(z.string().max(1000), '').transform((text) => (text === '' ? undefined : text));

const body = z
  .object({
    prefix: z.string().nullish(),
    subscope: z.string().nullish(),
    description: description.min(1),
    long_description: longDescription.nullish(),
    'description#nn': description.nullish(),
    'description#en': description.nullish(),
    'description#se': description.nullish(),
    'long_description#nn': longDescription.nullish(),
    'long_description#en': longDescription.nullish(),
    'long_description#se': longDescription.nullish(),
    active: z.boolean().nullish(),
    allowed_integration_types: optional(z.array(z.enum(INTEGRATION_TYPES)).max(INTEGRATION_TYPES.length), []),
    visibility: optional(z.enum(VISIBILITIES), 'PUBLIC' as const),
    token_type: optional(z.enum(SCOPE_TOKEN_TYPES), 'SELF_CONTAINED' as const),
    requires_user_consent: flag,
    requires_user_authentication: flag,
    requires_pseudonymous_tokens: flag,
    supports_european_businesses: flag,
    protected: flag,
    accessible_for_all: flag,
    adds_consumer_prefix: z.boolean().nullish(),
    delegation_source: textOrNothing,
    enforced_aud_for_access_token: textOrNothing.refine(isAudience, 'must be an absolute URI without fragment'),
    at_max_age: optional(z.int().min(0).max(TOKEN_LIFETIME_MAX_SECONDS), 0),
    authorization_max_lifetime: optional(z.int().min(0).max(SECONDS_MAX), 0),
  })
  .meta({ id: 'ScopeBody' });

/** A scope as its owner sends it; read-only and unknown members are ignored. */
export const scopeBody = body.transform((sent) => ({
  prefix: sent.prefix ?? undefined,
  subscope: sent.subscope ?? undefined,
  active: sent.active ?? undefined,
  addsConsumerPrefix: sent.adds_consumer_prefix ?? undefined,
  settings: toSettings(sent),
}));
export type ScopeBody = z.output<typeof scopeBody>;

/** The scope that a call is about. @throws ProblemError 400 when the parameter is missing */
export function toScopeName(name: string | undefined): string {
  if (name) return name;
  throw administrationProblem('invalid_request', { field: 'scope', detail: 'The query parameter scope is required.' });
}

/** What a visitor of the open catalogue asked for. @param read gives a query parameter's value */
export function toCatalogueFilter(read: (name: string) => string | undefined): CatalogueFilter {
  const accessibleForAll = read('accessible_for_all');
  return {
    prefix: read('prefix') || undefined,
    inactive: isTrue(read('inactive')),
    delegationSources: toSources(read('delegated_sources')),
    accessibleForAll: accessibleForAll === undefined ? undefined : isTrue(accessibleForAll),
    integrationType: read('integration_type') || undefined,
  };
}

function toSources(text: string | undefined): CatalogueFilter['delegationSources'] {
  if (!text || text === 'false') return undefined;
  return text === 'true' ? 'any' : text.split(/[ ,]+/);
}

/** A scope on the wire; what is not set is `null`, so that whoever writes back what was read changes nothing. */
export function toScopeDto(scope: Scope) {
  const { details } = scope;
  return {
    name: scope.name,
    prefix: scope.prefix,
    subscope: scope.subscope,
    description: details.description,
    long_description: details.longDescription ?? null,
    ...withLanguages('description', details.descriptions),
    ...withLanguages('long_description', details.longDescriptions),
    active: scope.active,
    created: scope.createdAt.toISOString(),
    last_updated: scope.updatedAt.toISOString(),
    owner_orgno: scope.ownerOrgNo,
    allowed_integration_types: scope.allowedIntegrationTypes,
    token_type: details.tokenType,
    visibility: scope.visibility,
    requires_user_consent: details.requiresUserConsent,
    requires_user_authentication: details.requiresUserAuthentication,
    requires_pseudonymous_tokens: details.requiresPseudonymousTokens,
    supports_european_businesses: details.supportsEuropeanBusinesses,
    protected: details.isProtected,
    delegation_source: scope.delegationSource ?? null,
    at_max_age: scope.atMaxAge,
    authorization_max_lifetime: details.authorizationMaxLifetime,
    accessible_for_all: scope.accessibleForAll,
    enforced_aud_for_access_token: scope.enforcedAudience ?? null,
    adds_consumer_prefix: scope.addsConsumerPrefix,
  };
}

/** An access row with the names that go with its numbers. */
export type NamedAccess = ScopeAccess & {
  readonly ownerOrgNo: string;
  readonly ownerName: string;
  readonly consumerName: string;
};

/** An access row on the wire. */
export function toAccessDto(access: NamedAccess) {
  return {
    scope: access.scope,
    owner_orgno: access.ownerOrgNo,
    owner_organization_name: access.ownerName,
    consumer_orgno: access.consumerOrgNo,
    consumer_organization_name: access.consumerName,
    state: access.state,
    created: access.createdAt.toISOString(),
    last_updated: access.updatedAt.toISOString(),
  };
}

function toSettings(sent: z.output<typeof body>): Omit<ScopeSettings, 'addsConsumerPrefix'> {
  return {
    visibility: sent.visibility,
    allowedIntegrationTypes: [...new Set(sent.allowed_integration_types)],
    accessibleForAll: sent.accessible_for_all,
    delegationSource: sent.delegation_source,
    atMaxAge: sent.at_max_age,
    enforcedAudience: sent.enforced_aud_for_access_token,
    details: {
      description: sent.description,
      longDescription: sent.long_description ?? undefined,
      descriptions: texts({ nn: sent['description#nn'], en: sent['description#en'], se: sent['description#se'] }),
      longDescriptions: texts({
        nn: sent['long_description#nn'],
        en: sent['long_description#en'],
        se: sent['long_description#se'],
      }),
      tokenType: sent.token_type,
      requiresUserConsent: sent.requires_user_consent,
      requiresUserAuthentication: sent.requires_user_authentication,
      requiresPseudonymousTokens: sent.requires_pseudonymous_tokens,
      authorizationMaxLifetime: sent.authorization_max_lifetime,
      supportsEuropeanBusinesses: sent.supports_european_businesses,
      isProtected: sent.protected,
    },
  };
}

function texts(given: Readonly<Record<(typeof SCOPE_LANGUAGES)[number], string | null | undefined>>) {
  return Object.fromEntries(
    SCOPE_LANGUAGES.flatMap((language) => (given[language] ? [[language, given[language]]] : [])),
  ) as ScopeDetails['descriptions'];
}

function withLanguages(member: string, given: ScopeDetails['descriptions']): Record<string, string | null> {
  return Object.fromEntries(SCOPE_LANGUAGES.map((language) => [`${member}#${language}`, given[language] ?? null]));
}

function isAudience(text: string | undefined): boolean {
  return text === undefined || (URL.canParse(text) && !text.includes('#'));
}

const textOrNull = z.string().nullable();

/** What `toScopeDto` gives. */
export const scopeDto = z
  .strictObject({
    name: z.string(),
    prefix: z.string(),
    subscope: z.string(),
    description: z.string(),
    long_description: textOrNull,
    'description#nn': textOrNull,
    'description#en': textOrNull,
    'description#se': textOrNull,
    'long_description#nn': textOrNull,
    'long_description#en': textOrNull,
    'long_description#se': textOrNull,
    active: z.boolean(),
    created: z.iso.datetime(),
    last_updated: z.iso.datetime(),
    owner_orgno: z.string(),
    allowed_integration_types: z.array(z.enum(INTEGRATION_TYPES)),
    token_type: z.enum(SCOPE_TOKEN_TYPES),
    visibility: z.enum(VISIBILITIES),
    requires_user_consent: z.boolean(),
    requires_user_authentication: z.boolean(),
    requires_pseudonymous_tokens: z.boolean(),
    supports_european_businesses: z.boolean(),
    protected: z.boolean(),
    delegation_source: textOrNull,
    at_max_age: z.int(),
    authorization_max_lifetime: z.int(),
    accessible_for_all: z.boolean(),
    enforced_aud_for_access_token: textOrNull,
    adds_consumer_prefix: z.boolean(),
  })
  .meta({ id: 'Scope' });

/** What `toAccessDto` gives. */
export const accessDto = z
  .strictObject({
    scope: z.string(),
    owner_orgno: z.string(),
    owner_organization_name: z.string(),
    consumer_orgno: z.string(),
    consumer_organization_name: z.string(),
    state: z.string(),
    created: z.iso.datetime(),
    last_updated: z.iso.datetime(),
  })
  .meta({ id: 'ScopeAccess' });

/** A scope and its consumers on the wire, as statistics. */
export function toApiDto({ scope, approved, requested }: ScopeConsumers) {
  return {
    scope: scope.name,
    active: scope.active,
    visibility: scope.visibility,
    accessible_for_all: scope.accessibleForAll,
    consumers: approved,
    requests: requested,
    last_updated: scope.updatedAt.toISOString(),
  };
}

/** What `toApiDto` gives. */
export const apiDto = z
  .strictObject({
    scope: z.string(),
    active: z.boolean(),
    visibility: z.enum(VISIBILITIES),
    accessible_for_all: z.boolean(),
    consumers: z.int(),
    requests: z.int(),
    last_updated: z.iso.datetime(),
  })
  .meta({ id: 'ScopeConsumers' });
