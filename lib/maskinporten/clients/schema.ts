import { z } from 'zod';
import { env } from '../../config/env.ts';
import { administrationProblem } from '../administration/problems.ts';
import { line, lines, optional, uri, uriOrNothing } from '../administration/schema.ts';
import { keySetDto, toKeySetDto } from '../client-keys/schema.ts';
import { TOKEN_LIFETIME_DEFAULT_SECONDS, TOKEN_LIFETIME_MAX_SECONDS } from '../model.ts';
import { onBehalfOfDto, toOnBehalfOfDto } from '../on-behalf-of/schema.ts';
import { INTEGRATION_TYPES } from '../scopes/model.ts';
import type { ClientCount } from './count-clients.ts';
import { CLIENT_SCOPES_MAX, type ClientSettings, DEFAULT_CLIENT_DETAILS } from './model.ts';
import type { WholeClient } from './read-client.ts';

const URIS_MAX = 50;
const SECONDS_MAX = 2_147_483_647;

const text = z.string().max(1000);
const uris = optional(z.array(uri).max(URIS_MAX), []);
const seconds = z.int().min(0).max(SECONDS_MAX);
const defaults = DEFAULT_CLIENT_DETAILS;

const body = z
  .object({
    client_id: z.string().nullish(),
    client_name: line(255).nullish(),
    client_orgno: z.string().nullish(),
    description: lines(1000).nullish(),
    active: z.boolean().nullish(),
    integration_type: z.enum(INTEGRATION_TYPES).nullish(),
    application_type: optional(z.enum(['web', 'browser', 'native']), 'web' as const),
    scopes: optional(z.array(z.string().max(255)).max(CLIENT_SCOPES_MAX), []),
    grant_types: optional(z.array(text).max(10), []),
    token_endpoint_auth_method: optional(text, defaults.tokenEndpointAuthMethod),
    access_token_lifetime: optional(z.int().min(0).max(TOKEN_LIFETIME_MAX_SECONDS), 0),
    authorization_lifetime: optional(seconds, defaults.authorizationLifetime),
    refresh_token_lifetime: optional(seconds, defaults.refreshTokenLifetime),
    refresh_token_usage: optional(z.enum(['ONETIME', 'REUSE']), 'ONETIME' as const),
    redirect_uris: uris,
    post_logout_redirect_uris: uris,
    frontchannel_logout_uri: uriOrNothing,
    frontchannel_logout_session_required: optional(z.boolean(), false),
    sso_disabled: optional(z.boolean(), false),
    code_challenge_method: optional(text, ''),
    logo_uri: uriOrNothing,
  })
  .meta({ id: 'ClientBody' });

/** A client as its administrator sends it; read-only and unknown members are ignored. */
export const clientBody = body.transform((sent) => ({
  clientId: sent.client_id ?? undefined,
  clientOrgNo: sent.client_orgno ?? undefined,
  name: sent.client_name || undefined,
  integrationType: sent.integration_type ?? undefined,
  active: sent.active ?? undefined,
  settings: toSettings(sent),
}));
export type ClientBody = z.output<typeof clientBody>;

/** A client on the wire, with its keys and entries; what is not set is `null`, so that writing it back changes nothing. */
export function toClientDto({ client, keys, onBehalfOf }: WholeClient) {
  const { details } = client;
  return {
    client_id: client.clientId,
    client_name: client.name,
    client_orgno: client.orgNo,
    supplier_orgno: client.supplierOrgNo ?? null,
    description: details.description ?? '',
    active: client.active,
    application_type: details.applicationType,
    integration_type: client.integrationType,
    scopes: client.scopes,
    grant_types: details.grantTypes,
    token_endpoint_auth_method: details.tokenEndpointAuthMethod,
    access_token_lifetime: client.accessTokenLifetime || TOKEN_LIFETIME_DEFAULT_SECONDS,
    authorization_lifetime: details.authorizationLifetime,
    refresh_token_lifetime: details.refreshTokenLifetime,
    refresh_token_usage: details.refreshTokenUsage,
    redirect_uris: details.redirectUris,
    post_logout_redirect_uris: details.postLogoutRedirectUris,
    frontchannel_logout_uri: details.frontchannelLogoutUri ?? null,
    frontchannel_logout_session_required: details.frontchannelLogoutSessionRequired,
    sso_disabled: details.ssoDisabled,
    code_challenge_method: details.codeChallengeMethod ?? null,
    logo_uri: details.logoUri ?? null,
    created: client.createdAt.toISOString(),
    last_updated: client.updatedAt.toISOString(),
    jwks_uri: `${env().PORTAL_URL}/api/v1/clients/${encodeURIComponent(client.clientId)}/jwks`,
    jwks: toKeySetDto(client, keys),
    onbehalfof: onBehalfOf.map(toOnBehalfOfDto),
  };
}

function toSettings(sent: z.output<typeof body>): Omit<ClientSettings, 'name'> {
  return {
    scopes: [...new Set(sent.scopes)],
    // What a client without a lifetime of its own is answered with; written back, it stays without.
    accessTokenLifetime: sent.access_token_lifetime === TOKEN_LIFETIME_DEFAULT_SECONDS ? 0 : sent.access_token_lifetime,
    details: {
      description: sent.description || undefined,
      applicationType: sent.application_type,
      grantTypes: sent.grant_types.length === 0 ? defaults.grantTypes : sent.grant_types,
      tokenEndpointAuthMethod: sent.token_endpoint_auth_method,
      authorizationLifetime: sent.authorization_lifetime,
      refreshTokenLifetime: sent.refresh_token_lifetime,
      refreshTokenUsage: sent.refresh_token_usage,
      redirectUris: sent.redirect_uris,
      postLogoutRedirectUris: sent.post_logout_redirect_uris,
      frontchannelLogoutUri: sent.frontchannel_logout_uri,
      frontchannelLogoutSessionRequired: sent.frontchannel_logout_session_required,
      ssoDisabled: sent.sso_disabled,
      codeChallengeMethod: sent.code_challenge_method || undefined,
      logoUri: sent.logo_uri,
    },
  };
}

/** What `toClientDto` gives. */
export const clientDto = z
  .strictObject({
    client_id: z.string(),
    client_name: z.string(),
    client_orgno: z.string(),
    supplier_orgno: z.string().nullable(),
    description: z.string(),
    active: z.boolean(),
    application_type: z.string(),
    integration_type: z.string(),
    scopes: z.array(z.string()),
    grant_types: z.array(z.string()),
    token_endpoint_auth_method: z.string(),
    access_token_lifetime: z.int(),
    authorization_lifetime: z.int(),
    refresh_token_lifetime: z.int(),
    refresh_token_usage: z.string(),
    redirect_uris: z.array(z.string()),
    post_logout_redirect_uris: z.array(z.string()),
    frontchannel_logout_uri: z.string().nullable(),
    frontchannel_logout_session_required: z.boolean(),
    sso_disabled: z.boolean(),
    code_challenge_method: z.string().nullable(),
    logo_uri: z.string().nullable(),
    created: z.iso.datetime(),
    last_updated: z.iso.datetime(),
    jwks_uri: z.url(),
    jwks: keySetDto,
    onbehalfof: z.array(onBehalfOfDto),
  })
  .meta({ id: 'Client' });

/** What `listClientScopes` gives. */
export const clientScopeDtos = z.array(
  z.strictObject({
    scope: z.string(),
    state: z.enum(['granted', 'open', 'delegable', 'access-missing', 'inactive']),
  }),
);

/** An instant that a query names, a day or a time of day with its zone. @throws ProblemError 400 for anything else */
export function toInstant(text: string | undefined, field: string): Date | undefined {
  if (!text) return undefined;
  const parsed = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).safeParse(text);
  if (parsed.success) return new Date(parsed.data);
  throw administrationProblem('invalid_request', {
    field,
    detail: `${field} is a date or time as ISO 8601 writes it.`,
  });
}

/** A count of clients on the wire. */
export function toClientCountDto(count: ClientCount) {
  return {
    org_number: count.orgNo,
    organization_name: count.name,
    integration_type: count.integrationType,
    active: count.active,
    inactive: count.inactive,
    last_updated: count.updatedAt.toISOString(),
  };
}

/** What `toClientCountDto` gives. */
export const clientCountDto = z
  .strictObject({
    org_number: z.string(),
    organization_name: z.string(),
    integration_type: z.string(),
    active: z.int(),
    inactive: z.int(),
    last_updated: z.iso.datetime(),
  })
  .meta({ id: 'ClientCount' });
