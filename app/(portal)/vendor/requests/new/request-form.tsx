'use client';

import { useActionState } from 'react';
import { Field, Label, Select, SelectOption, Textfield, ValidationMessage } from '#app/_ui/ds.ts';
import { FormErrors } from '#app/_ui/form-errors.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { type Choice, ChoiceList, type ChoiceListTexts } from '../../../_parts/choice-list.tsx';
import type { FormTexts } from '../../_parts/form-texts.ts';
import { send } from '../actions.ts';

type Texts = FormTexts & {
  readonly reference: string;
  readonly referenceHint: string;
  readonly rights: ChoiceListTexts;
  readonly packages: ChoiceListTexts;
  readonly redirect: string;
  readonly redirectNone: string;
  readonly send: string;
};

/** What to ask the chosen customer for; everything the system needs is ticked to begin with. */
export function RequestForm({
  orgUuid,
  request,
  rights,
  packages,
  redirects,
  texts,
}: {
  readonly orgUuid: string;
  readonly request: {
    readonly systemId: string;
    readonly orgNo: string;
    readonly kind: 'standard' | 'agent';
    readonly reference: string;
  };
  readonly rights: readonly Choice[];
  readonly packages: readonly Choice[];
  readonly redirects: readonly string[];
  readonly texts: Texts;
}) {
  const [state, action] = useActionState(send, undefined);
  const errorOf = (id: string) => state?.errors.find(({ fieldId }) => fieldId === id)?.text;
  const kept = (name: string, choices: readonly Choice[]) =>
    state ? (state.values[name] ?? []) : choices.map(({ value }) => value);
  const list = (name: string, choices: readonly Choice[], words: ChoiceListTexts) =>
    choices.length > 0 && (
      <ChoiceList name={name} groups={[{ heading: '', choices }]} initial={kept(name, choices)} texts={words} />
    );
  const needs = errorOf('needs');
  return (
    <form action={action} data-kept="request" className="flex flex-col items-stretch gap-6" noValidate>
      <input type="hidden" name="actingFor" value={orgUuid} />
      <input type="hidden" name="systemId" value={request.systemId} />
      <input type="hidden" name="orgNo" value={request.orgNo} />
      <input type="hidden" name="kind" value={request.kind} />
      <Textfield
        id="externalRef"
        name="externalRef"
        label={texts.reference}
        description={texts.referenceHint}
        defaultValue={state?.values.externalRef?.[0] ?? request.reference}
        error={errorOf('externalRef')}
        maxLength={255}
        autoComplete="off"
        className="w-full max-w-[28rem]"
      />
      <div id="needs" tabIndex={-1} className="flex flex-col gap-6">
        {list('right', rights, texts.rights)}
        {list('package', packages, texts.packages)}
        {needs !== undefined && <ValidationMessage>{needs}</ValidationMessage>}
      </div>
      {redirects.length > 0 && (
        <Field>
          <Label htmlFor="redirectUrl">{texts.redirect}</Label>
          <Select
            id="redirectUrl"
            name="redirectUrl"
            defaultValue={state ? state.values.redirectUrl?.[0] : redirects[0]}
            className="max-w-full"
          >
            {redirects.map((url) => (
              <SelectOption key={url} value={url}>
                {url}
              </SelectOption>
            ))}
            <SelectOption value="">{texts.redirectNone}</SelectOption>
          </Select>
        </Field>
      )}
      <FormErrors heading={texts.summary} titlePrefix={texts.titlePrefix} errors={state?.errors ?? []} />
      <div>
        <SubmitButton>{texts.send}</SubmitButton>
      </div>
    </form>
  );
}
