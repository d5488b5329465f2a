/** Who finds a scope in the open catalogue; without effect on tokens. */
export const VISIBILITIES = ['PUBLIC', 'PRIVATE', 'INTERNAL'] as const;
type Visibility = (typeof VISIBILITIES)[number];

/** Kinds of clients that the self-service knows; only `maskinporten` gets tokens here. */
export const INTEGRATION_TYPES = [
  'ansattporten',
  'api_klient',
  'eformidling',
  'idporten',
  'idporten_saml2',
  'krr',
  'maskinporten',
] as const;

/** Forms of token that a scope may ask for. */
export const SCOPE_TOKEN_TYPES = ['SELF_CONTAINED', 'OPAQUE'] as const;

/** Languages that a scope is described in beside its own. */
export const SCOPE_LANGUAGES = ['nn', 'en', 'se'] as const;
type ScopeTexts = Partial<Readonly<Record<(typeof SCOPE_LANGUAGES)[number], string>>>;

/** What a scope carries without effect on Maskinporten's tokens. */
export type ScopeDetails = {
  readonly description: string;
  readonly longDescription?: string | undefined;
  readonly descriptions: ScopeTexts;
  readonly longDescriptions: ScopeTexts;
  readonly tokenType: (typeof SCOPE_TOKEN_TYPES)[number];
  readonly requiresUserConsent: boolean;
  readonly requiresUserAuthentication: boolean;
  readonly requiresPseudonymousTokens: boolean;
  /** Seconds. */
  readonly authorizationMaxLifetime: number;
  readonly supportsEuropeanBusinesses: boolean;
  readonly isProtected: boolean;
};

/** What an owner decides of a scope. */
export type ScopeSettings = {
  readonly visibility: Visibility;
  /** Empty means any. */
  readonly allowedIntegrationTypes: readonly string[];
  readonly accessibleForAll: boolean;
  /** Issuer of the source in which a consumer may delegate the scope to a supplier. */
  readonly delegationSource: string | undefined;
  /** Caps a token's life, in seconds; 0 means no opinion. */
  readonly atMaxAge: number;
  readonly enforcedAudience: string | undefined;
  /** Whether tokens with the scope name the consumer's own prefixes. */
  readonly addsConsumerPrefix: boolean;
  readonly details: ScopeDetails;
};

/** An API as Maskinporten knows it; `prefix:subscope`, exact and case-sensitive. */
export type Scope = ScopeSettings & {
  readonly name: string;
  readonly prefix: string;
  readonly subscope: string;
  readonly ownerOrgNo: string;
  readonly active: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

type AccessState = 'REQUESTED' | 'APPROVED' | 'DENIED';

/** An organisation's access to a scope; only `APPROVED` opens the gate. */
export type ScopeAccess = {
  readonly scope: string;
  readonly consumerOrgNo: string;
  readonly state: AccessState;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** What a visitor of the open catalogue looks for. */
export type CatalogueFilter = {
  readonly prefix?: string | undefined;
  readonly inactive: boolean;
  /** Issuers of delegation sources, or `any`. */
  readonly delegationSources?: 'any' | readonly string[] | undefined;
  readonly accessibleForAll?: boolean | undefined;
  /** Any case. */
  readonly integrationType?: string | undefined;
};

/** What a scope opens, in the language if its owner has said it there, in the owner's own words (bokmål) otherwise. */
export function scopeDescription({ description, descriptions }: ScopeDetails, language: string): string {
  const known = SCOPE_LANGUAGES.find((each) => each === language);
  return (known && descriptions[known]) ?? description;
}

/** Settings of a scope whose owner has said nothing but what it is for. */
export function defaultScopeSettings(description: string): ScopeSettings {
  return {
    visibility: 'PUBLIC',
    allowedIntegrationTypes: ['maskinporten'],
    accessibleForAll: false,
    delegationSource: undefined,
    atMaxAge: 0,
    enforcedAudience: undefined,
    addsConsumerPrefix: false,
    details: {
      description,
      descriptions: {},
      longDescriptions: {},
      tokenType: 'SELF_CONTAINED',
      requiresUserConsent: false,
      requiresUserAuthentication: false,
      requiresPseudonymousTokens: false,
      authorizationMaxLifetime: 0,
      supportsEuropeanBusinesses: false,
      isProtected: false,
    },
  };
}
