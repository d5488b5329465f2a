import type { ComponentProps } from 'react';
import type { CopyField } from '#app/_ui/copy-field.tsx';
import type { FormError } from '#app/_ui/form-errors.tsx';
import type { Language } from '#lib/i18n/languages.ts';
import { problemText } from '#lib/i18n/problem-texts.ts';
import { translate } from '#lib/i18n/translate.ts';
import { BareError, ProblemError } from '#lib/kernel/errors.ts';

/** A form that was refused: what had been filled in, so that nothing is lost, and what to mend. */
export type FormState = {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly errors: readonly FormError[];
};

/** A line of what a form found out, with ways to more of it below. */
export type AnswerItem =
  | string
  | { readonly text: string; readonly links: readonly { readonly text: string; readonly href: string }[] };

/** What a form found out: a line, a value to take elsewhere, and lists under headings. */
export type Answer = {
  readonly tone: 'success' | 'warning' | 'danger' | 'info';
  readonly title: string;
  readonly text?: string | undefined;
  readonly toCopy?: ComponentProps<typeof CopyField> | undefined;
  readonly sections: readonly { readonly heading: string; readonly items: readonly AnswerItem[] }[];
};

/** The field by which a form says that what was answered is what its sender wants. */
export const CONFIRMED_FIELD = 'confirmed';

/** A form that was refused, or one that asks a question and got its answer. */
export type AnsweredState = FormState & {
  readonly answer?: Answer | undefined;
  /** A button below the answer that sends the form again, with what the answer was about. */
  readonly confirm?: { readonly text: string; readonly value: string } | undefined;
};

/** What was filled in under each name; a name may have several values. */
export function valuesOf(form: FormData): FormState['values'] {
  const values: Record<string, string[]> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string' && !name.startsWith('$')) values[name] = [...(values[name] ?? []), value];
  }
  return values;
}

/** A form that lacks something, in the reader's language. */
export function incompleteForm(form: FormData, errors: readonly FormError[]): FormState {
  return { values: valuesOf(form), errors };
}

/**
 * Turns what a verb threw into errors at the fields, in the reader's language.
 * @param fieldOf the id of the field that a code or member name belongs to
 * @throws whatever is not a refusal
 */
export function refusedForm(
  form: FormData,
  error: unknown,
  language: Language,
  fieldOf: (codeOrMember: string) => string,
): FormState {
  return { values: valuesOf(form), errors: toErrors(error, language, fieldOf) };
}

function toErrors(error: unknown, language: Language, fieldOf: (codeOrMember: string) => string): readonly FormError[] {
  const t = translate(language, 'common');
  if (error instanceof BareError && error.status === 403) return [{ fieldId: fieldOf(''), text: t('forms.forbidden') }];
  if (!(error instanceof ProblemError)) throw error;
  if (error.validationErrors) {
    return error.validationErrors.map(({ code, title }) => ({
      fieldId: fieldOf(code),
      text: problemText(language, code) ?? title,
    }));
  }
  const text = error.code === undefined ? undefined : problemText(language, error.code);
  const members = Object.entries(error.errors ?? {});
  if (members.length > 0) {
    return members.map(([member, texts]) => ({ fieldId: fieldOf(member), text: text ?? texts[0] ?? error.message }));
  }
  return [{ fieldId: fieldOf(error.code ?? ''), text: text ?? error.message }];
}

/** The one text of a field, trimmed; '' when it is missing. */
export function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** Every text of a field with several values. */
export function fields(form: FormData, name: string): readonly string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}
