import { formatDate, formatDateTime } from '#lib/i18n/format.ts';
import type { Language } from '#lib/i18n/languages.ts';

/** A date, or a date and a time, that machines can read too. */
export function Moment({
  at,
  language,
  withTime = false,
}: {
  readonly at: Date;
  readonly language: Language;
  readonly withTime?: boolean;
}) {
  return <time dateTime={at.toISOString()}>{withTime ? formatDateTime(language, at) : formatDate(language, at)}</time>;
}
