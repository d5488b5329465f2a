'use client';

import { type ReactNode, useActionState } from 'react';
import { FormErrors } from '#app/_ui/form-errors.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { FormAnswer } from './form-answer.tsx';
import { type FormPart, FormPartView } from './form-part.tsx';
import { type AnsweredState, CONFIRMED_FIELD } from './form-state.ts';

/** What a form says around its fields. */
export type FormTexts = {
  readonly submit: string;
  readonly summary: string;
  readonly titlePrefix: string;
};

/**
 * A form described as data, whose action may refuse it: what was filled in stays, the errors stand at their fields and
 * in the summary, and all of it works before any script has run.
 */
export function RefusableForm({
  action,
  parts,
  texts,
  idPrefix = '',
  keptAs,
  color,
  children,
}: {
  readonly action: (state: AnsweredState | undefined, form: FormData) => Promise<AnsweredState | undefined>;
  readonly parts: readonly FormPart[];
  readonly texts: FormTexts;
  /** Keeps ids apart when two forms of a page have fields of one name. */
  readonly idPrefix?: string;
  /** The form's name on the page, if what stands in it is to outlive the session; never for anything secret. */
  readonly keptAs?: string;
  readonly color?: 'accent' | 'danger';
  /** What stands beside the button, e.g. a link that leads back. */
  readonly children?: ReactNode;
}) {
  const [state, send] = useActionState(action, undefined);
  const errors = (state?.errors ?? []).map((error) => ({ ...error, fieldId: `${idPrefix}${error.fieldId}` }));
  return (
    <form action={send} data-kept={keptAs} className="flex flex-col gap-5" noValidate>
      {/* React empties a form after its action: new fields, with what had been filled in. */}
      <div key={JSON.stringify(state?.values)} className="flex flex-col gap-5">
        {parts.map((part) => (
          <FormPartView
            key={part.kind === 'group' ? part.legend : `${part.kind}-${part.name}`}
            part={part}
            filled={state?.values}
            errors={errors}
            idPrefix={idPrefix}
          />
        ))}
      </div>
      <FormErrors heading={texts.summary} titlePrefix={texts.titlePrefix} errors={errors} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton color={color ?? 'accent'} variant={state?.confirm ? 'secondary' : 'primary'}>
          {texts.submit}
        </SubmitButton>
        {children}
      </div>
      {state?.answer && <FormAnswer answer={state.answer} />}
      {state?.confirm && (
        <div>
          <SubmitButton name={CONFIRMED_FIELD} value={state.confirm.value}>
            {state.confirm.text}
          </SubmitButton>
        </div>
      )}
    </form>
  );
}
