'use client';

import { useActionState } from 'react';
import { Checkbox, ValidationMessage } from '#app/_ui/ds.ts';
import { FormErrors } from '#app/_ui/form-errors.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { FormTexts } from '../_parts/form-texts.ts';
import { sign } from './actions.ts';

type Texts = FormTexts & {
  readonly accept: string;
  readonly acceptHint: string;
  readonly submit: string;
};

/** The person's word for the terms, and the application for production. */
export function SignForm({ orgUuid, texts }: { readonly orgUuid: string; readonly texts: Texts }) {
  const [state, send] = useActionState(sign, undefined);
  const error = state?.errors[0]?.text;
  return (
    <form action={send} className="flex flex-col items-start gap-5" noValidate>
      <input type="hidden" name="actingFor" value={orgUuid} />
      <div className="flex flex-col gap-2">
        <Checkbox
          id="accept"
          name="accept"
          value="yes"
          label={texts.accept}
          description={texts.acceptHint}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : 'accept-error'}
        />
        {error !== undefined && <ValidationMessage id="accept-error">{error}</ValidationMessage>}
      </div>
      <FormErrors heading={texts.summary} titlePrefix={texts.titlePrefix} errors={state?.errors ?? []} />
      <SubmitButton>{texts.submit}</SubmitButton>
    </form>
  );
}
