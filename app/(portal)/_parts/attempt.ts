import { redirect } from 'next/navigation';
import { BareError, ProblemError } from '#lib/kernel/errors.ts';
import { pageLanguage } from '#lib/session/translator.ts';
import { type FormState, refusedForm } from './form-state.ts';

/**
 * Does the work of a form with fields. @returns the form with its errors in the reader's language when it was refused
 * @param fieldOf the id of the field that a code or member name belongs to
 */
export async function attempt(
  form: FormData,
  work: () => Promise<unknown>,
  fieldOf: (codeOrMember: string) => string,
): Promise<FormState | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return refusedForm(form, error, await pageLanguage(), fieldOf);
  }
}

/**
 * Does the work of a form that is a button, and goes on to a page.
 * @param pages where to go when it was `done`, and where a refusal is told
 */
export async function attemptAndGo(
  work: () => Promise<unknown>,
  pages: { readonly done: string; readonly refused: string },
): Promise<never> {
  const problem = await problemOf(work);
  if (problem === undefined) return redirect(pages.done);
  const joint = pages.refused.includes('?') ? '&' : '?';
  return redirect(`${pages.refused}${joint}problem=${encodeURIComponent(problem)}`);
}

async function problemOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof BareError && error.status === 403) return 'forbidden';
    if (error instanceof ProblemError && error.code !== undefined) return error.code;
    throw error;
  }
}
