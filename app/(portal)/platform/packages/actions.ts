'use server';

import { redirect } from 'next/navigation';
import { codeOf } from '#lib/resources/access-packages/model.ts';
import { saveAccessPackage } from '#lib/resources/save-access-package.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { translator } from '#lib/session/translator.ts';
import { attempt } from '../../_parts/attempt.ts';
import { type FormState, field, incompleteForm } from '../../_parts/form-state.ts';

const LANGUAGES = ['nb', 'nn', 'en'] as const;

/** Changes a package's texts and what it can be used for. */
export async function change(_: FormState | undefined, form: FormData): Promise<FormState | undefined> {
  const context = await actionContext(form);
  const t = await translator('platform');
  const urn = field(form, 'urn');
  const textsOf = (name: string) =>
    Object.fromEntries(LANGUAGES.map((language) => [language, field(form, `${name}-${language}`)]));
  const missing = ['name', 'description'].flatMap((name) =>
    LANGUAGES.filter((language) => field(form, `${name}-${language}`) === '').map((language) => `${name}-${language}`),
  );
  if (missing.length > 0)
    return incompleteForm(
      form,
      missing.map((fieldId) => ({ fieldId, text: t('packages.wrong') })),
    );
  const packageChange = {
    urn,
    name: textsOf('name'),
    description: textsOf('description'),
    isAssignable: form.has('assignable'),
    isDelegable: form.has('delegable'),
  };
  const refused = await attempt(
    form,
    () => saveAccessPackage(context, packageChange),
    (member) => `${member || 'name'}-nb`,
  );
  return refused ?? redirect(`/platform/packages/${encodeURIComponent(codeOf(urn))}?done=changed`);
}
