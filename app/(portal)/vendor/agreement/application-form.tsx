'use client';

import { useActionState } from 'react';
import { Textfield } from '#app/_ui/ds.ts';
import { FormErrors } from '#app/_ui/form-errors.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { FormTexts } from '../_parts/form-texts.ts';
import { apply } from './actions.ts';

type Texts = FormTexts & {
  readonly all: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly purpose: string;
  readonly purposeHint: string;
  readonly submit: string;
};

/** A vendor's application for access to the system register in test. */
export function ApplicationForm({
  orgUuid,
  initial,
  texts,
}: {
  readonly orgUuid: string;
  readonly initial: { readonly contactName: string; readonly contactEmail: string; readonly purpose: string };
  readonly texts: Texts;
}) {
  const [state, send] = useActionState(apply, undefined);
  const about = (name: keyof typeof initial) => ({
    id: name,
    name,
    defaultValue: state?.values[name]?.[0] ?? initial[name],
    error: state?.errors.find(({ fieldId }) => fieldId === name)?.text,
    className: 'w-full max-w-[32rem]',
  });
  return (
    <form action={send} data-kept="application" className="flex flex-col items-start gap-5" noValidate>
      <input type="hidden" name="actingFor" value={orgUuid} />
      <p className="text-text-subtle">{texts.all}</p>
      <Textfield {...about('contactName')} label={texts.contactName} maxLength={100} autoComplete="name" />
      <Textfield
        {...about('contactEmail')}
        label={texts.contactEmail}
        type="email"
        maxLength={254}
        autoComplete="email"
      />
      <Textfield
        {...about('purpose')}
        label={texts.purpose}
        description={texts.purposeHint}
        maxLength={2000}
        multiline
        rows={4}
      />
      <FormErrors heading={texts.summary} titlePrefix={texts.titlePrefix} errors={state?.errors ?? []} />
      <SubmitButton>{texts.submit}</SubmitButton>
    </form>
  );
}
