'use client';

import { useActionState, useState } from 'react';
import { Textfield } from '#app/_ui/ds.ts';
import { FormErrors } from '#app/_ui/form-errors.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { LoginRefusal } from '#lib/session/synthetic-login.ts';
import { logInByNumber } from './actions.ts';

type Texts = {
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  readonly summary: string;
  readonly titlePrefix: string;
  readonly refusals: Readonly<Record<LoginRefusal, string>>;
};

/** Log-in by a synthetic number; works by itself before any script has run. */
export function NumberForm({ returnTo, texts }: { readonly returnTo: string; readonly texts: Texts }) {
  const [refusal, action] = useActionState(logInByNumber, undefined);
  // React empties a form after its action; what was written is to be mended, not written again.
  const [number, setNumber] = useState('');
  const error = refusal && texts.refusals[refusal];
  return (
    <form action={action} className="flex flex-col items-start gap-5" noValidate>
      <input type="hidden" name="returnTo" value={returnTo} />
      <Textfield
        id="personNo"
        name="personNo"
        value={number}
        onChange={(event) => setNumber(event.target.value)}
        label={texts.label}
        description={texts.hint}
        error={error}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        className="w-full max-w-[28rem]"
      />
      <FormErrors
        heading={texts.summary}
        titlePrefix={texts.titlePrefix}
        errors={error ? [{ fieldId: 'personNo', text: error }] : []}
      />
      <SubmitButton>{texts.submit}</SubmitButton>
    </form>
  );
}
