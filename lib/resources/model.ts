/** The kinds of resource that the registry knows; `Default` means that nobody chose one. */
export const RESOURCE_TYPES = [
  'Default',
  'Systemresource',
  'MaskinportenSchema',
  'Altinn2Service',
  'AltinnApp',
  'GenericAccessResource',
  'BrokerService',
  'CorrespondenceService',
  'Consent',
  'MigratedApp',
] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

/** Where a reference of a resource points. */
export const REFERENCE_SOURCES = ['Default', 'Altinn1', 'Altinn2', 'Altinn3', 'ExternalPlatform'] as const;

/** What a reference of a resource is. */
export const REFERENCE_TYPES = [
  'Default',
  'Uri',
  'DelegationSchemeId',
  'MaskinportenScope',
  'ServiceCode',
  'ServiceEditionCode',
  'ApplicationId',
  'ServiceEditionVersion',
] as const;

/** Whom a resource is for. */
export const AVAILABLE_FOR_TYPES = [
  'PrivatePerson',
  'LegalEntityEnterprise',
  'Company',
  'BankruptcyEstate',
  'SelfRegisteredUser',
] as const;

/** `Enabled` makes the PDP ask for membership of an access list as well. */
export const ACCESS_LIST_MODES = ['Disabled', 'Enabled'] as const;

/** A text in several languages, by language code. */
export type LanguageTexts = Readonly<Record<string, string>>;

/** A pair that names something: `{ id: 'urn:altinn:resource', value: 'ske-krav-og-betalinger' }`. */
export type Match = { readonly id: string; readonly value: string };

/** Where people get help with a service. */
export type ContactPoint = {
  readonly category?: string | undefined;
  readonly email?: string | undefined;
  readonly telephone?: string | undefined;
  readonly contactPage?: string | undefined;
};

/** What a service is called in another system. */
export type ResourceReference = {
  readonly referenceSource: (typeof REFERENCE_SOURCES)[number];
  readonly reference: string;
  readonly referenceType: (typeof REFERENCE_TYPES)[number];
};

/** The owner of a service. */
export type CompetentAuthority = {
  /** Nine digits; blank for `ttd` only. */
  readonly organization?: string | undefined;
  readonly orgcode?: string | undefined;
  readonly name?: LanguageTexts | undefined;
};

/** A service as its owner describes it. @see altinn-api.md §13.1 */
export type ResourceDetails = {
  readonly identifier: string;
  readonly version?: string | undefined;
  readonly title: LanguageTexts;
  readonly description: LanguageTexts;
  /** What the receiver of a right gets, in words; required when `delegable`. */
  readonly rightDescription?: LanguageTexts | undefined;
  readonly homepage?: string | undefined;
  readonly status?: string | undefined;
  readonly spatial?: readonly string[] | undefined;
  readonly contactPoints: readonly ContactPoint[];
  readonly produces?: readonly string[] | undefined;
  readonly isPartOf?: string | undefined;
  readonly thematicAreas?: readonly string[] | undefined;
  readonly resourceReferences?: readonly ResourceReference[] | undefined;
  readonly delegable: boolean;
  readonly visible: boolean;
  /** Says that a system user is not enough: a person's hand must be in it. Ours; unknown to Altinn, and absent unless set. */
  readonly personMustSign?: boolean | undefined;
  readonly hasCompetentAuthority: CompetentAuthority;
  readonly keywords?: readonly { readonly word: string; readonly language?: string | undefined }[] | undefined;
  readonly accessListMode: (typeof ACCESS_LIST_MODES)[number];
  readonly selfIdentifiedUserEnabled: boolean;
  readonly enterpriseUserEnabled: boolean;
  readonly resourceType: ResourceType;
  readonly availableForType?: readonly (typeof AVAILABLE_FOR_TYPES)[number][] | undefined;
  readonly consentTemplate?: string | undefined;
  readonly consentText?: LanguageTexts | undefined;
  readonly consentMetadata?: Readonly<Record<string, { readonly optional: boolean }>> | undefined;
  readonly isOneTimeConsent?: boolean | undefined;
};

/** A registered resource; every update gets a higher `versionId` from one global series. */
export type Resource = ResourceDetails & {
  readonly versionId: number;
  readonly authorizationReference?: readonly Match[] | undefined;
};

/**
 * One Permit rule. The outer lists are alternatives, the inner ones conjunctive (org + app).
 * A category that the rule does not mention is an empty list and matches everything (XACML 3.0 §7.7).
 * Subjects compare without regard to case, resources and actions with it.
 */
export type PolicyRule = {
  readonly id: string;
  readonly description?: string | undefined;
  readonly subjects: readonly (readonly Match[])[];
  readonly resources: readonly (readonly Match[])[];
  readonly actions: readonly string[];
  /** What comes with a Permit by this rule, beside what comes with any Permit. */
  readonly obligations?: readonly Obligation[] | undefined;
};

/** What a caller must fulfil for a Permit to count, e.g. a minimum authentication level. */
export type Obligation = {
  /** `ObligationId`, e.g. `urn:altinn:obligation:authenticationLevel1`. */
  readonly id: string;
  readonly attributeId: string;
  readonly category: string;
  readonly value: string;
  /** An integer unless said. */
  readonly dataType?: string | undefined;
};

/** A resource's policy: who may do what with it, under which obligations. */
export type Policy = { readonly rules: readonly PolicyRule[]; readonly obligations: readonly Obligation[] };

/** The categories that the attributes of a policy and of a question stand in. @see XACML 3.0 §B.2 */
export const SUBJECT_CATEGORY = 'urn:oasis:names:tc:xacml:1.0:subject-category:access-subject';
export const RESOURCE_CATEGORY = 'urn:oasis:names:tc:xacml:3.0:attribute-category:resource';
export const ACTION_CATEGORY = 'urn:oasis:names:tc:xacml:3.0:attribute-category:action';

/** The attributes that policies name things by. */
export const RESOURCE_ATTRIBUTE = 'urn:altinn:resource';
export const ORG_ATTRIBUTE = 'urn:altinn:org';
export const APP_ATTRIBUTE = 'urn:altinn:app';
export const ROLE_ATTRIBUTE = 'urn:altinn:rolecode';
export const PACKAGE_ATTRIBUTE = 'urn:altinn:accesspackage';
export const ACTION_ATTRIBUTE = 'urn:oasis:names:tc:xacml:1.0:action:action-id';

/** Category of the obligation that demands an authentication level of people (and of systems without their own). */
export const MINIMUM_LEVEL_CATEGORY = 'urn:altinn:minimum-authenticationlevel';

/** Names a resource as the PDP does: by its id, or by org and app for an Altinn Studio app `app_<org>_<app>`. */
export function authorizationReferenceOf(identifier: string): readonly Match[] {
  const app = parseAppId(identifier);
  if (!app) return [{ id: RESOURCE_ATTRIBUTE, value: identifier }];
  return [
    { id: ORG_ATTRIBUTE, value: app.org },
    { id: APP_ATTRIBUTE, value: app.app },
  ];
}

/** Splits `app_<org>_<app>`; `undefined` for any other identifier, the migrated Altinn 1 form included. */
export function parseAppId(identifier: string): { readonly org: string; readonly app: string } | undefined {
  const [, org, app] = /^app_([a-z0-9]+)_([^:]+)$/i.exec(identifier) ?? [];
  return org && app ? { org, app } : undefined;
}

/** The scopes that a resource references (`MaskinportenScope`). */
export function scopesOf(resource: ResourceDetails): readonly string[] {
  return (resource.resourceReferences ?? [])
    .filter((reference) => reference.referenceType === 'MaskinportenScope')
    .map((reference) => reference.reference);
}

/** An API of Maskinporten, which is given by its scopes and needs no rules. */
export const UNRULED_TYPE = 'MaskinportenSchema' satisfies ResourceType;

/** Whether nobody may do anything with a resource before it has rules. */
export function needsRules({ resourceType }: Pick<Resource, 'resourceType'>): boolean {
  return resourceType !== UNRULED_TYPE;
}
