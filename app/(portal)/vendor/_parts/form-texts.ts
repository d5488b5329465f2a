import { texts } from '#lib/session/translator.ts';

/** What every form that can be refused says about itself. */
export type FormTexts = { readonly summary: string; readonly titlePrefix: string };

/** The summary's heading, and what a refused form puts before the page's title. */
export async function formTexts(): Promise<FormTexts> {
  const { errorSummary, errorTitle } = await texts('common');
  return { summary: errorSummary, titlePrefix: errorTitle.replace('{title}', '') };
}
