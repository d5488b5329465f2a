import { formatDate, formatDateTime } from '#lib/i18n/format.ts';
import type { Language } from '#lib/i18n/languages.ts';

/** A date, or a date and a time, that machines can read too. */
export function Moment({
  at,
  language,
  withTime = false,
  withSeconds = false,
}: {
  readonly at: Date;
  readonly language: Language;
  readonly withTime?: boolean;
  /** With a time to the second. */
  readonly withSeconds?: boolean;
}) {
  const seconds = withSeconds ? ({ second: '2-digit' } as const) : undefined;
  const text = withTime || withSeconds ? formatDateTime(language, at, seconds) : formatDate(language, at);
  return <time dateTime={at.toISOString()}>{text}</time>;
}
