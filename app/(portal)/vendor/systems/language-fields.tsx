'use client';

import { Textfield } from '#app/_ui/ds.ts';
import type { FormState } from '../../_parts/form-state.ts';

const LANGUAGES = ['nb', 'nn', 'en'] as const;
type InLanguages = Readonly<Record<(typeof LANGUAGES)[number], string>>;

/** One text in the three languages of the portal. */
export function LanguageFields({
  what,
  labels,
  hint,
  initial,
  state,
}: {
  readonly what: 'name' | 'description';
  readonly labels: InLanguages;
  readonly hint?: string;
  readonly initial: InLanguages;
  readonly state: FormState | undefined;
}) {
  const isLong = what === 'description';
  return LANGUAGES.map((language) => {
    const id = `${what}-${language}`;
    const shared = {
      id,
      name: id,
      lang: language,
      label: labels[language],
      defaultValue: state?.values[id]?.[0] ?? initial[language],
      error: state?.errors.find(({ fieldId }) => fieldId === id)?.text,
      autoComplete: 'off',
      className: 'w-full max-w-[36rem]',
    };
    return isLong ? (
      <Textfield
        key={id}
        {...shared}
        {...(hint !== undefined && language === 'nb' ? { description: hint } : {})}
        multiline
        rows={2}
        maxLength={2000}
      />
    ) : (
      <Textfield key={id} {...shared} maxLength={255} />
    );
  });
}
