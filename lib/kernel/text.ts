/** The longest name or title that is stored, in characters. */
export const NAME_MAX_CHARACTERS = 255;

/** Controls but tab and line breaks; bidi marks, embeddings and isolates; zero-width and other invisible characters. */
const INVISIBLE = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/u;
const STACKED_MARKS = /\p{M}{4}/u;

/**
 * Whether the text shows what it is: no control, bidi or invisible characters and no stacks of combining marks.
 * Line breaks and tabs pass only when `lines` is set.
 */
export function isPlainText(text: string, options: { readonly lines?: boolean } = {}): boolean {
  const checked = options.lines ? text.replace(/[\t\n\r]/g, ' ') : text;
  return text.isWellFormed() && !INVISIBLE.test(checked) && !STACKED_MARKS.test(checked.normalize('NFC'));
}
