'use client';

import { useActionState } from 'react';
import { Checkbox, Fieldset, FieldsetDescription, FieldsetLegend, Textfield } from '#app/_ui/ds.ts';
import { FormErrors } from '#app/_ui/form-errors.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { FormState } from '../../_parts/form-state.ts';
import type { FormTexts } from '../_parts/form-texts.ts';

export type ScopeChoice = { readonly name: string; readonly note: string | undefined };

type Texts = FormTexts & {
  readonly name: string;
  readonly nameHint: string;
  readonly scopes: string;
  readonly scopesHint: string;
  readonly noScopes: string;
  readonly submit: string;
};

/** Name and scopes of a client, new or known; keeps what was filled in when it is refused. */
export function ClientForm({
  action,
  orgUuid,
  clientId,
  initial,
  scopes,
  texts,
}: {
  readonly action: (state: FormState | undefined, form: FormData) => Promise<FormState | undefined>;
  readonly orgUuid: string;
  readonly clientId?: string;
  readonly initial: { readonly name: string; readonly scopes: readonly string[] };
  readonly scopes: readonly ScopeChoice[];
  readonly texts: Texts;
}) {
  const [state, send] = useActionState(action, undefined);
  const name = state?.values.name?.[0] ?? initial.name;
  const chosen = state ? (state.values.scope ?? []) : initial.scopes;
  const nameError = state?.errors.find(({ fieldId }) => fieldId === 'name')?.text;
  return (
    <form action={send} data-kept="client" className="flex flex-col items-start gap-6" noValidate>
      <input type="hidden" name="actingFor" value={orgUuid} />
      {clientId !== undefined && <input type="hidden" name="clientId" value={clientId} />}
      <Textfield
        id="name"
        name="name"
        label={texts.name}
        description={texts.nameHint}
        defaultValue={name}
        error={nameError}
        maxLength={255}
        autoComplete="off"
        className="w-full max-w-[28rem]"
      />
      <Fieldset id="scope" className="w-full min-w-0 wrap-anywhere">
        <FieldsetLegend>{texts.scopes}</FieldsetLegend>
        <FieldsetDescription>{scopes.length === 0 ? texts.noScopes : texts.scopesHint}</FieldsetDescription>
        {scopes.map((scope) => (
          <Checkbox
            key={scope.name}
            name="scope"
            value={scope.name}
            label={scope.name}
            {...(scope.note === undefined ? {} : { description: scope.note })}
            defaultChecked={chosen.includes(scope.name)}
          />
        ))}
      </Fieldset>
      <FormErrors heading={texts.summary} titlePrefix={texts.titlePrefix} errors={state?.errors ?? []} />
      <SubmitButton>{texts.submit}</SubmitButton>
    </form>
  );
}
