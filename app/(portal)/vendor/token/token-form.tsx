'use client';

import { useActionState, useState } from 'react';
import { Textfield } from '#app/_ui/ds.ts';
import { FormErrors } from '#app/_ui/form-errors.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { FormTexts } from '../_parts/form-texts.ts';
import { isPrivateKey } from '../_parts/private-key.ts';
import { tryToken } from './actions.ts';
import { Result, type ResultTexts } from './result.tsx';
import { Trial, type TrialTexts } from './trial-form.tsx';

type Texts = FormTexts &
  ResultTexts &
  TrialTexts & {
    readonly input: string;
    readonly inputHint: string;
    readonly private: string;
    readonly submit: string;
  };

/** Takes a JWT and shows what becomes of it; a private key is stopped before it leaves the browser. */
export function TokenForm({ orgUuid, texts }: { readonly orgUuid: string; readonly texts: Texts }) {
  const [state, send] = useActionState(tryToken, undefined);
  const [stopped, setStopped] = useState(false);
  // React empties a form after its action, and what was pasted is never sent back.
  const [jwt, setJwt] = useState('');
  const refused = state && 'error' in state ? state.error : undefined;
  const error = stopped ? texts.private : refused;
  return (
    <>
      <form
        action={send}
        className="flex flex-col items-start gap-4"
        noValidate
        onSubmit={(event) => {
          const isPrivate = isPrivateKey(String(new FormData(event.currentTarget).get('jwt')));
          setStopped(isPrivate);
          if (isPrivate) event.preventDefault();
        }}
      >
        <input type="hidden" name="actingFor" value={orgUuid} />
        <Textfield
          id="jwt"
          name="jwt"
          value={jwt}
          onChange={(event) => setJwt(event.target.value)}
          label={texts.input}
          description={texts.inputHint}
          error={error}
          multiline
          rows={6}
          spellCheck={false}
          autoComplete="off"
          className="w-full"
        />
        <FormErrors
          heading={texts.summary}
          titlePrefix={texts.titlePrefix}
          errors={error === undefined ? [] : [{ fieldId: 'jwt', text: error }]}
        />
        <SubmitButton>{texts.submit}</SubmitButton>
      </form>
      {state && 'explanation' in state && !stopped && (
        <>
          <Result explanation={state.explanation} texts={texts} />
          {state.trial && <Trial key={state.trial.systemUserId} form={state.trial} texts={texts} />}
        </>
      )}
    </>
  );
}
