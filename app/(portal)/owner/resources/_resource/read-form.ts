import type { FormError } from '#app/_ui/form-errors.tsx';
import type { Organisation } from '#lib/parties/model.ts';
import {
  type LanguageTexts,
  parseAppId,
  RESOURCE_TYPES,
  type Resource,
  type ResourceDetails,
} from '#lib/resources/model.ts';
import { validateResource } from '#lib/resources/validate-resource.ts';
import { translator } from '#lib/session/translator.ts';
import { field, fields } from '../../../_parts/form-state.ts';

const LANGUAGES = ['nb', 'nn', 'en'] as const;
const FIELDS: Readonly<Record<string, string>> = {
  Identifier: 'identifier',
  ResourceType: 'resourceType',
  ResourceReferences: 'scopes',
  InvalidPrefix: 'scopes',
  Title: 'title-nb',
  Description: 'description-nb',
  RightDescription: 'right-nb',
  Homepage: 'contactPage',
};

/** The id of the field that a member of a resource is filled in at. */
export function fieldOf(codeOrMember: string): string {
  return FIELDS[codeOrMember] ?? 'title-nb';
}

/** Reads the form of a resource; what the form does not show stays as it is. */
export function readResourceForm(form: FormData, owner: Organisation, before?: Resource): ResourceDetails {
  const identifier = before?.identifier ?? field(form, 'identifier');
  const type = RESOURCE_TYPES.find((known) => known === field(form, 'resourceType'));
  const contact = {
    ...before?.contactPoints[0],
    category: before?.contactPoints[0]?.category ?? 'support',
    email: field(form, 'email'),
    telephone: field(form, 'telephone'),
    contactPage: field(form, 'contactPage'),
  };
  return {
    ...before,
    identifier,
    resourceType: before?.resourceType ?? type ?? 'Default',
    title: textsOf(form, 'title'),
    description: textsOf(form, 'description'),
    rightDescription: textsOf(form, 'right'),
    status: field(form, 'status'),
    delegable: form.has('delegable'),
    visible: form.has('visible'),
    personMustSign: form.has('personMustSign') || undefined,
    contactPoints: [contact, ...(before?.contactPoints.slice(1) ?? [])],
    resourceReferences: referencesOf(form, { identifier, type, before }),
    hasCompetentAuthority: before?.hasCompetentAuthority ?? {
      organization: owner.orgNo,
      orgcode: owner.orgCode,
      name: { nb: owner.name, nn: owner.name, en: owner.name },
    },
    accessListMode: before?.accessListMode ?? 'Disabled',
    selfIdentifiedUserEnabled: before?.selfIdentifiedUserEnabled ?? false,
    enterpriseUserEnabled: before?.enterpriseUserEnabled ?? false,
  };
}

/** What must be mended in the form of a resource, in the reader's language. */
export async function errorsOf(details: ResourceDetails, isNew: boolean): Promise<readonly FormError[]> {
  const t = await translator('owner');
  const found = validateResource(details, isNew);
  const missing = [
    ...missingTexts('title', details.title),
    ...missingTexts('description', details.description),
    ...(details.delegable ? missingTexts('right', details.rightDescription ?? {}) : []),
  ].map((fieldId) => ({ fieldId, text: t('resources.textMissing') }));
  const others = Object.keys(found).filter(
    (member) => !missing.some(({ fieldId }) => fieldId.split('-')[0] === fieldOf(member).split('-')[0]),
  );
  return [...others.map((member) => ({ fieldId: fieldOf(member), text: textFor(member) })), ...missing];

  function textFor(member: string): string {
    switch (member) {
      case 'Identifier':
        return t(details.resourceType === 'AltinnApp' ? 'resources.appIdWrong' : 'resources.idWrong');
      case 'ResourceReferences':
        return t('resources.scopeMissing');
      case 'Homepage':
        return t('resources.addressWrong');
      default:
        return t('resources.textWrong');
    }
  }
}

function textsOf(form: FormData, name: string): LanguageTexts {
  return Object.fromEntries(LANGUAGES.map((language) => [language, field(form, `${name}-${language}`)]));
}

function missingTexts(name: string, texts: LanguageTexts): readonly string[] {
  return LANGUAGES.filter((language) => !texts[language]).map((language) => `${name}-${language}`);
}

/** The scopes that were chosen, the app that an app's id names, and what else was there before. */
function referencesOf(
  form: FormData,
  about: { readonly identifier: string; readonly type: string | undefined; readonly before: Resource | undefined },
): ResourceDetails['resourceReferences'] {
  const kept = (about.before?.resourceReferences ?? []).filter(
    ({ referenceType }) => referenceType !== 'MaskinportenScope',
  );
  const app = about.type === 'AltinnApp' ? parseAppId(about.identifier) : undefined;
  return [
    ...kept,
    ...(app && !about.before
      ? [{ referenceSource: 'Altinn3', referenceType: 'ApplicationId', reference: `${app.org}/${app.app}` } as const]
      : []),
    ...fields(form, 'scopes').map(
      (reference) => ({ referenceSource: 'ExternalPlatform', referenceType: 'MaskinportenScope', reference }) as const,
    ),
  ];
}
