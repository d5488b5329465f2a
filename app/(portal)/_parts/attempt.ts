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
  let problem: string;
  try {
    await work();
    return go(pages.done);
  } catch (error) {
    if (error instanceof BareError && error.status === 403) problem = 'forbidden';
    else if (error instanceof ProblemError && error.code !== undefined) problem = error.code;
    else throw error;
  }
  return redirect(`${pages.refused}${pages.refused.includes('?') ? '&' : '?'}problem=${encodeURIComponent(problem)}`);
}

function go(href: string): never {
  return redirect(href);
}
