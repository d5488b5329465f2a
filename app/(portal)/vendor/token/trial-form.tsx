'use client';

import { Heading } from '#app/_ui/ds.ts';
import { RefusableForm } from '../../_parts/refusable-form.tsx';
import type { FormTexts } from '../_parts/form-texts.ts';
import { tryDecision } from './actions.ts';
import type { TrialForm } from './trial.ts';

export type TrialTexts = { readonly trialTitle: string; readonly trialText: string; readonly trialSubmit: string };

/** Asks the decision point about the system user that was recognised in what was pasted. */
export function Trial({ form, texts }: { readonly form: TrialForm; readonly texts: FormTexts & TrialTexts }) {
  return (
    <section className="flex flex-col gap-4">
      <Heading level={2} data-size="xs">
        {texts.trialTitle}
      </Heading>
      <p className="max-w-[42rem] text-text-subtle">{texts.trialText}</p>
      <RefusableForm action={tryDecision} parts={form.parts} texts={{ ...texts, submit: texts.trialSubmit }} />
    </section>
  );
}
