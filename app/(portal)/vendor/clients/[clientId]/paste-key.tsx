'use client';

import { useActionState, useState } from 'react';
import { Textfield } from '#app/_ui/ds.ts';
import { FormErrors } from '#app/_ui/form-errors.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { FormTexts } from '../../_parts/form-texts.ts';
import { isPrivateKey } from '../../_parts/private-key.ts';
import { addKey } from '../actions.ts';

type Texts = FormTexts & {
  readonly keyText: string;
  readonly keyTextHint: string;
  readonly keyPrivate: string;
  readonly addSubmit: string;
};

/** Adds a public key from pasted text; what looks private is stopped before it leaves the browser. */
export function PasteKey({
  clientId,
  orgUuid,
  texts,
}: {
  readonly clientId: string;
  readonly orgUuid: string;
  readonly texts: Texts;
}) {
  const [state, send] = useActionState(addKey, undefined);
  const [stopped, setStopped] = useState(false);
  // React empties a form after its action, and what was pasted is never sent back.
  const [keyText, setKeyText] = useState('');
  const error = stopped ? texts.keyPrivate : state?.errors[0]?.text;
  return (
    <form
      action={send}
      className="flex flex-col items-start gap-4"
      noValidate
      onSubmit={(event) => {
        const isPrivate = isPrivateKey(String(new FormData(event.currentTarget).get('keyText')));
        setStopped(isPrivate);
        if (isPrivate) event.preventDefault();
      }}
    >
      <input type="hidden" name="actingFor" value={orgUuid} />
      <input type="hidden" name="clientId" value={clientId} />
      <Textfield
        id="keyText"
        name="keyText"
        value={keyText}
        onChange={(event) => setKeyText(event.target.value)}
        label={texts.keyText}
        description={texts.keyTextHint}
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
        errors={error === undefined ? [] : [{ fieldId: 'keyText', text: error }]}
      />
      <SubmitButton variant="secondary">{texts.addSubmit}</SubmitButton>
    </form>
  );
}
