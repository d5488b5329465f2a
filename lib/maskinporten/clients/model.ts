import { JWT_BEARER_GRANT } from '../model.ts';

/** How many scopes a client may hold. */
export const CLIENT_SCOPES_MAX = 500;

/** What a client carries without effect on Maskinporten's tokens. */
export type ClientDetails = {
  readonly description?: string | undefined;
  readonly applicationType: string;
  readonly grantTypes: readonly string[];
  readonly tokenEndpointAuthMethod: string;
  /** Seconds. */
  readonly authorizationLifetime: number;
  readonly refreshTokenLifetime: number;
  readonly refreshTokenUsage: string;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly frontchannelLogoutUri?: string | undefined;
  readonly frontchannelLogoutSessionRequired: boolean;
  readonly ssoDisabled: boolean;
  readonly codeChallengeMethod?: string | undefined;
  readonly logoUri?: string | undefined;
};

/** What the one who administers a client decides. */
export type ClientSettings = {
  readonly name: string;
  readonly scopes: readonly string[];
  /** Seconds; 0 means the default. */
  readonly accessTokenLifetime: number;
  readonly details: ClientDetails;
};

/** An OAuth client; belongs to one organisation, the `consumer` of its tokens. */
export type Client = ClientSettings & {
  readonly clientId: string;
  readonly orgNo: string;
  /** Who registered it on the organisation's behalf and administers it too. */
  readonly supplierOrgNo: string | undefined;
  readonly active: boolean;
  readonly integrationType: string;
  /** Grows with every change of the client or its keys. */
  readonly version: number;
  readonly keysUpdatedAt: Date | undefined;
  readonly lastUsedAt: Date | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** Details of a Maskinporten client about which nothing was said. */
export const DEFAULT_CLIENT_DETAILS: ClientDetails = {
  applicationType: 'web',
  grantTypes: [JWT_BEARER_GRANT],
  tokenEndpointAuthMethod: 'private_key_jwt',
  authorizationLifetime: 7200,
  refreshTokenLifetime: 600,
  refreshTokenUsage: 'ONETIME',
  redirectUris: [],
  postLogoutRedirectUris: [],
  frontchannelLogoutSessionRequired: false,
  ssoDisabled: false,
};
