import type { Language } from '#lib/i18n/languages.ts';
import { Moment } from './moment.tsx';

/** Private use: stands for the first moment while the sentence is made. A name that held it would show the moment again. */
const FIRST_MARK = 0xe000;

/**
 * A sentence with moments in it: `say` puts the words around a mark for each, and the moments take the places of theirs.
 * A moment that is not known leaves its place empty.
 */
export function Dated({
  at,
  say,
  language,
  withTime = false,
}: {
  readonly at: readonly (Date | undefined)[];
  readonly say: (...marks: string[]) => string;
  readonly language: Language;
  readonly withTime?: boolean;
}) {
  const marks = at.map((moment, index) => (moment ? String.fromCharCode(FIRST_MARK + index) : ''));
  return say(...marks)
    .split(/([\uE000-\uF8FF])/)
    .map((part) => {
      const moment = at[marks.indexOf(part)];
      return moment ? <Moment key={part} at={moment} language={language} withTime={withTime} /> : part;
    });
}
