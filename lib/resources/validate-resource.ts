import { isPlainText, NAME_MAX_CHARACTERS } from '../kernel/text.ts';
import { type LanguageTexts, type ResourceDetails, scopesOf } from './model.ts';

/** Texts per member, as the wire answers them; empty when the resource is fine. */
export type ResourceErrors = Readonly<Record<string, readonly string[]>>;

const DESCRIPTION_MAX_CHARACTERS = 4000;
const IDENTIFIER = /^[a-z0-9_-]{4,}$/;
/** What apps moved from Altinn 1 are called. */
const MIGRATED_IDENTIFIER = /^app_[a-z0-9]+_a1-.+:[a-z0-9.]+$/i;
const LANGUAGES = [
  ['en', 'english en'],
  ['nb', 'bokmal nb'],
  ['nn', 'nynorsk nn'],
] as const;
/** Addresses that run script in the reader's browser (C7). */
const SCRIPT_ADDRESS = /^(javascript|data|vbscript):/i;

/**
 * Checks what a resource says of itself; the pattern of the id counts for new resources only.
 * @returns texts under the member's PascalCase name, all at once
 * @see altinn-api.md §13.2–13.4
 */
export function validateResource(details: ResourceDetails, isNew: boolean): ResourceErrors {
  const errors: Record<string, string[]> = {};
  const report = (member: string, ...texts: readonly string[]) => {
    if (texts.length > 0) errors[member] = [...(errors[member] ?? []), ...texts];
  };
  if (isNew) report('Identifier', ...identifierErrors(details.identifier));
  report('Identifier', ...prefixErrors(details));
  if (details.resourceType === 'Default') report('ResourceType', 'ResourceType needs to be set');
  if (!hasOwner(details)) {
    report(
      'HasCompetentAuthority.Organization',
      'HasCompetentAuthority needs to be set with valid organization number',
    );
  }
  report('ResourceReferences', ...referenceErrors(details));
  report('Title', ...textErrors('title', details.title, NAME_MAX_CHARACTERS));
  if (details.delegable) {
    report(
      'RightDescription',
      ...textErrors('RightDescription', details.rightDescription ?? {}, DESCRIPTION_MAX_CHARACTERS),
    );
  }
  report('Description', ...textErrors('Description', details.description, DESCRIPTION_MAX_CHARACTERS));
  if (!isPlain(details)) report('$', 'Texts must not have control, bidirectional or invisible characters.');
  if (addressesOf(details).some((address) => SCRIPT_ADDRESS.test(address.replace(/\s/g, '')))) {
    report('Homepage', 'Addresses must be web addresses.');
  }
  return errors;
}

function identifierErrors(identifier: string): readonly string[] {
  if (identifier.length <= NAME_MAX_CHARACTERS) {
    if (IDENTIFIER.test(identifier) || MIGRATED_IDENTIFIER.test(identifier)) return [];
  }
  return ['Invalid id. Only a-z and 0-9 is allowed together with _ and -.  Minimum 4 characters'];
}

function prefixErrors({ identifier, resourceType, ...details }: ResourceDetails): readonly string[] {
  const errors: string[] = [];
  const types = (details.resourceReferences ?? []).map((reference) => reference.referenceType);
  const isApp = resourceType === 'AltinnApp' || resourceType === 'MigratedApp';
  if (identifier.startsWith('se_') && !(types.includes('ServiceCode') && types.includes('ServiceEditionCode'))) {
    errors.push('Invalid prefix. Only to be used for Altinn 2 services');
  }
  if (identifier.startsWith('app_') && !isApp) errors.push('Invalid Prefix. app_ is only for Altinn Studio apps');
  if (isApp && !startsWithOwner(identifier, details.hasCompetentAuthority.orgcode)) {
    errors.push('Invalid id. An app needs an id that starts with app_ and the orgcode of its owner');
  }
  return errors;
}

function startsWithOwner(identifier: string, orgcode = ''): boolean {
  return orgcode !== '' && identifier.toLowerCase().startsWith(`app_${orgcode.toLowerCase()}_`);
}

function referenceErrors(details: ResourceDetails): readonly string[] {
  if (details.resourceType === 'MaskinportenSchema' && scopesOf(details).length === 0) {
    return ['Missing maskinporten scopen for MaskinportenSchema resource'];
  }
  if (details.resourceType !== 'AltinnApp' && details.resourceType !== 'MigratedApp') return [];
  const orgcode = details.hasCompetentAuthority.orgcode ?? '';
  const wanted = `${orgcode}/${details.identifier.slice(`app_${orgcode}_`.length)}`.toLowerCase();
  const found = (details.resourceReferences ?? []).some(
    (reference) =>
      reference.referenceType === 'ApplicationId' &&
      reference.referenceSource === 'Altinn3' &&
      reference.reference.toLowerCase() === wanted,
  );
  return found ? [] : ['Missing ApplicationId reference for Altinn Studio app'];
}

function hasOwner({ hasCompetentAuthority }: ResourceDetails): boolean {
  const organization = hasCompetentAuthority.organization?.trim() ?? '';
  if (organization === '') return hasCompetentAuthority.orgcode?.toLowerCase() === 'ttd';
  return /^[0-9]{9}$/.test(organization);
}

function textErrors(name: string, texts: LanguageTexts, max: number): readonly string[] {
  const missing = LANGUAGES.filter(([code]) => (texts[code] ?? '').trim() === '').map(
    ([, language]) => `Missing ${name} in ${language}`,
  );
  const long = Object.values(texts).some((text) => text.length > max);
  return long ? [...missing, `${name} is longer than ${max} characters`] : missing;
}

function addressesOf(details: ResourceDetails): readonly string[] {
  const pages = details.contactPoints.map((point) => point.contactPage ?? '');
  const references = (details.resourceReferences ?? []).map((reference) => reference.reference);
  return [details.homepage ?? '', ...pages, ...references];
}

/** C9: titles have one line; whatever else is text may have several. */
function isPlain(details: ResourceDetails): boolean {
  const singleLine = [...Object.values(details.title), ...Object.values(details.hasCompetentAuthority.name ?? {})];
  return (
    singleLine.every((text) => isPlainText(text)) && leaves(details).every((text) => isPlainText(text, { lines: true }))
  );
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(leaves);
}
