'use client';

import { useActionState } from 'react';
import { FormErrors } from '#app/_ui/form-errors.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { type Choice, ChoiceList, type ChoiceListTexts } from '../../../_parts/choice-list.tsx';
import type { FormTexts } from '../../_parts/form-texts.ts';
import { askForChange } from './actions.ts';

/** What a change asks for; missing things and things that nobody needs are ticked to begin with. */
export function ChangeForm({
  orgUuid,
  systemUserId,
  correlationId,
  missing,
  held,
  extra,
  texts,
}: {
  readonly orgUuid: string;
  readonly systemUserId: string;
  /** Sending twice asks once. */
  readonly correlationId: string;
  readonly missing: readonly Choice[];
  readonly held: readonly Choice[];
  readonly extra: readonly string[];
  readonly texts: FormTexts & {
    readonly add: ChoiceListTexts;
    readonly remove: ChoiceListTexts;
    readonly send: string;
  };
}) {
  const [state, send] = useActionState(askForChange, undefined);
  const list = (name: string, choices: readonly Choice[], before: readonly string[], words: ChoiceListTexts) =>
    choices.length > 0 && (
      <ChoiceList
        name={name}
        groups={[{ heading: '', choices }]}
        initial={state ? (state.values[name] ?? []) : before}
        error={state?.errors.find(({ fieldId }) => fieldId === name)?.text}
        texts={words}
      />
    );
  const wanted = missing.map(({ value }) => value);
  return (
    <form action={send} data-kept="change" className="flex flex-col items-stretch gap-6" noValidate>
      <input type="hidden" name="actingFor" value={orgUuid} />
      <input type="hidden" name="systemUserId" value={systemUserId} />
      <input type="hidden" name="correlationId" value={correlationId} />
      {list('add', missing, wanted, texts.add)}
      {list('remove', held, extra, texts.remove)}
      <FormErrors heading={texts.summary} titlePrefix={texts.titlePrefix} errors={state?.errors ?? []} />
      <div>
        <SubmitButton variant={missing.length > 0 ? 'primary' : 'secondary'}>{texts.send}</SubmitButton>
      </div>
    </form>
  );
}
