import { translator } from '#lib/session/translator.ts';
import type { FormTexts } from './refusable-form.tsx';

/** The texts around a form's fields, with the name of its button. */
export async function formTexts(submit: string): Promise<FormTexts> {
  const common = await translator('common');
  return { submit, summary: common('errorSummary'), titlePrefix: common('errorTitle', { title: '' }) };
}
