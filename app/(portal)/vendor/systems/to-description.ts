import type { z } from 'zod';
import type { FormError } from '#app/_ui/form-errors.tsx';
import type { Translate } from '#lib/i18n/translate.ts';
import type { SystemDescription } from '#lib/register/register-system.ts';
import { registerSystemSchema } from '#lib/register/schema.ts';
import { RESOURCE_ATTRIBUTE } from '#lib/resources/model.ts';
import { field, fields } from '../../_parts/form-state.ts';

const LANGUAGES = ['nb', 'nn', 'en'] as const;
const SUFFIX = /^[a-z0-9_-]{1,100}$/;

/** A system as a form describes it, or what to mend at which field. */
export type ReadForm =
  | { readonly description: SystemDescription; readonly errors?: undefined }
  | { readonly description?: undefined; readonly errors: readonly FormError[] };

/** Reads the system form. @param systemId the id of a known system; a new one gets the vendor's number and its suffix */
export function toDescription(
  form: FormData,
  t: Translate<'vendor'>,
  { orgNo, systemId }: { readonly orgNo: string; readonly systemId?: string },
): ReadForm {
  const missing = [...idErrors(form, t, systemId), ...blankTexts(form, t)];
  if (missing.length > 0) return { errors: missing };
  const read = registerSystemSchema.safeParse({
    id: systemId ?? `${orgNo}_${field(form, 'suffix')}`,
    vendor: { ID: `0192:${orgNo}` },
    name: inLanguages(form, 'name'),
    description: inLanguages(form, 'description'),
    rights: fields(form, 'right').map((value) => ({ resource: [{ id: RESOURCE_ATTRIBUTE, value }] })),
    accessPackages: fields(form, 'package').map((urn) => ({ urn })),
    clientId: fields(form, 'client'),
    isVisible: field(form, 'visible') !== '',
    allowedRedirectUrls: field(form, 'redirects').split(/\s+/).filter(Boolean),
    redirectResult: field(form, 'redirectResult') !== '',
  });
  return read.success ? { description: read.data } : { errors: toErrors(read.error, t) };
}

/** The field of the form that a code of the register, or a member of its body, is about. */
export function fieldOf(codeOrMember: string): string {
  switch (codeOrMember) {
    case 'AUTH.VLD-00004':
    case 'AUTH.VLD-00011':
      return 'client';
    case 'AUTH.VLD-00005':
      return 'redirects';
    case 'AUTH.VLD-00003':
    case 'AUTH.VLD-00006':
    case 'AUTH.VLD-00009':
    case 'AUTH.VLD-00017':
      return 'right';
    case 'AUTH.VLD-00007':
    case 'AUTH.VLD-00008':
      return 'package';
    case 'AUTH.VLD-00018':
      return 'visible';
    default:
      return 'suffix';
  }
}

function idErrors(form: FormData, t: Translate<'vendor'>, systemId: string | undefined): readonly FormError[] {
  if (systemId !== undefined || SUFFIX.test(field(form, 'suffix'))) return [];
  return [{ fieldId: 'suffix', text: t('systems.form.errors.id') }];
}

function blankTexts(form: FormData, t: Translate<'vendor'>): readonly FormError[] {
  return (['name', 'description'] as const).flatMap((what) =>
    LANGUAGES.filter((language) => field(form, `${what}-${language}`) === '').map((language) => ({
      fieldId: `${what}-${language}`,
      text: t(`systems.form.errors.${what}`, { language: t(`systems.form.in.${language}`) }),
    })),
  );
}

function inLanguages(form: FormData, what: 'name' | 'description') {
  const entries = LANGUAGES.map((language) => [language, field(form, `${what}-${language}`).replaceAll('\r\n', '\n')]);
  return Object.fromEntries(entries);
}

function toErrors(error: z.ZodError, t: Translate<'vendor'>): readonly FormError[] {
  const errors = error.issues.map(({ path: [member, part] }): FormError => {
    const language = LANGUAGES.find((each) => each === part);
    if ((member === 'name' || member === 'description') && language) {
      const text = t('systems.form.errors.text', { language: t(`systems.form.in.${language}`) });
      return { fieldId: `${member}-${language}`, text };
    }
    const lists: Readonly<Record<string, string>> = { rights: 'right', accessPackages: 'package', clientId: 'client' };
    return { fieldId: lists[String(member)] ?? 'suffix', text: t('systems.form.errors.list') };
  });
  return [...new Map(errors.map((each) => [each.fieldId, each])).values()];
}
