'use client';

import { useActionState } from 'react';
import { Checkbox, Fieldset, FieldsetLegend, Textfield } from '#app/_ui/ds.ts';
import { FormErrors } from '#app/_ui/form-errors.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { ChoiceList, type ChoiceListTexts } from '../../_parts/choice-list.tsx';
import type { FormState } from '../../_parts/form-state.ts';
import type { FormTexts } from '../_parts/form-texts.ts';
import { LanguageFields } from './language-fields.tsx';
import type { SystemChoices } from './read-choices.ts';

type InLanguages = { readonly nb: string; readonly nn: string; readonly en: string };

/** What the form shows before anything is typed. */
export type SystemValues = {
  /** `undefined` for a system that is to be made. */
  readonly systemId: string | undefined;
  readonly name: InLanguages;
  readonly description: InLanguages;
  readonly rights: readonly string[];
  readonly packages: readonly string[];
  readonly clients: readonly string[];
  readonly redirects: string;
  readonly visible: boolean;
  readonly redirectResult: boolean;
};

export type SystemFormTexts = FormTexts & {
  readonly id: string;
  readonly idHint: string;
  readonly names: InLanguages;
  readonly descriptions: InLanguages;
  readonly descriptionHint: string;
  readonly rights: ChoiceListTexts;
  readonly packages: ChoiceListTexts;
  readonly clients: ChoiceListTexts;
  readonly redirects: string;
  readonly redirectsHint: string;
  readonly options: string;
  readonly visible: string;
  readonly visibleHint: string;
  readonly redirectResult: string;
  readonly redirectResultHint: string;
  readonly submit: string;
};

/** A system as its vendor describes it, new or known; keeps what was filled in when it is refused. */
export function SystemForm({
  action,
  orgUuid,
  initial,
  choices,
  texts,
}: {
  readonly action: (state: FormState | undefined, form: FormData) => Promise<FormState | undefined>;
  readonly orgUuid: string;
  readonly initial: SystemValues;
  readonly choices: SystemChoices;
  readonly texts: SystemFormTexts;
}) {
  const [state, send] = useActionState(action, undefined);
  const errorOf = (id: string) => state?.errors.find(({ fieldId }) => fieldId === id)?.text;
  const kept = (name: string, before: readonly string[]) => (state ? (state.values[name] ?? []) : before);
  const isOn = (name: string, before: boolean) => (state ? state.values[name] !== undefined : before);
  return (
    <form action={send} data-kept="system" className="flex flex-col items-stretch gap-7" noValidate>
      <input type="hidden" name="actingFor" value={orgUuid} />
      {initial.systemId !== undefined && <input type="hidden" name="systemId" value={initial.systemId} />}
      {initial.systemId === undefined && (
        <Textfield
          id="suffix"
          name="suffix"
          label={texts.id}
          description={texts.idHint}
          defaultValue={state?.values.suffix?.[0]}
          error={errorOf('suffix')}
          maxLength={100}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          className="w-full max-w-[28rem]"
        />
      )}
      <LanguageFields what="name" labels={texts.names} initial={initial.name} state={state} />
      <LanguageFields
        what="description"
        labels={texts.descriptions}
        hint={texts.descriptionHint}
        initial={initial.description}
        state={state}
      />
      <ChoiceList
        name="right"
        groups={choices.rights}
        initial={kept('right', initial.rights)}
        error={errorOf('right')}
        texts={texts.rights}
      />
      <ChoiceList
        name="package"
        groups={choices.packages}
        initial={kept('package', initial.packages)}
        error={errorOf('package')}
        texts={texts.packages}
      />
      <ChoiceList
        name="client"
        groups={[{ heading: '', choices: choices.clients }]}
        initial={kept('client', initial.clients)}
        error={errorOf('client')}
        texts={texts.clients}
      />
      <Textfield
        id="redirects"
        name="redirects"
        label={texts.redirects}
        description={texts.redirectsHint}
        defaultValue={state?.values.redirects?.[0] ?? initial.redirects}
        error={errorOf('redirects')}
        multiline
        rows={3}
        spellCheck={false}
        autoComplete="off"
        className="w-full max-w-[36rem]"
      />
      <Fieldset>
        <FieldsetLegend>{texts.options}</FieldsetLegend>
        <Checkbox
          id="visible"
          name="visible"
          value="yes"
          label={texts.visible}
          description={errorOf('visible') ?? texts.visibleHint}
          aria-invalid={errorOf('visible') === undefined ? undefined : true}
          defaultChecked={isOn('visible', initial.visible)}
        />
        <Checkbox
          name="redirectResult"
          value="yes"
          label={texts.redirectResult}
          description={texts.redirectResultHint}
          defaultChecked={isOn('redirectResult', initial.redirectResult)}
        />
      </Fieldset>
      <FormErrors heading={texts.summary} titlePrefix={texts.titlePrefix} errors={state?.errors ?? []} />
      <div>
        <SubmitButton>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
