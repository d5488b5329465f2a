import type { Language } from './languages.ts';

/** Everybody reads the same clock, wherever the server stands. */
export const TIME_ZONE = 'Europe/Oslo';

const NO_BREAK_SPACE = '\u00a0';
const LOCALES: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const formatters = new Map<string, Intl.DateTimeFormat>();

/** `3. mars 2027`, `3 March 2027`. */
export function formatDate(language: Language, at: Date): string {
  return formatter(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

/** `08.12` in Norwegian, `08:12` in English. */
function formatTime(language: Language, at: Date, seconds?: { readonly second: '2-digit' }): string {
  const time = formatter(language, { hour: '2-digit', minute: '2-digit', ...seconds, hourCycle: 'h23' }).format(at);
  return language === 'en' ? time : time.replaceAll(':', '.');
}

/** `3. mars 2027 kl. 08.12`, `3 March 2027 at 08:12`; to the second `08.12.05` where that matters. */
export function formatDateTime(language: Language, at: Date, seconds?: { readonly second: '2-digit' }): string {
  const word = language === 'en' ? 'at' : 'kl.';
  return `${formatDate(language, at)} ${word}${NO_BREAK_SPACE}${formatTime(language, at, seconds)}`;
}

const MS_PER_HOUR = 3_600_000;

/** The instant when a day (`2027-03-03`) begins on everybody's clock; `undefined` for what is no day. */
export function startOfDay(day: string): Date | undefined {
  const utc = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined;
  if (!utc || Number.isNaN(utc.getTime()) || !utc.toISOString().startsWith(day)) return undefined;
  // Clocks here are one or two hours ahead, and change after midnight.
  const hours = Number(formatter('nb', { hour: '2-digit', hourCycle: 'h23' }).format(utc));
  return new Date(utc.getTime() - hours * MS_PER_HOUR);
}

/** `310 547 891` with no-break spaces; anything that is not nine digits comes back as it was. */
export function formatOrgNo(orgNo: string): string {
  return orgNo.replace(/^(\d{3})(\d{3})(\d{3})$/, `$1${NO_BREAK_SPACE}$2${NO_BREAK_SPACE}$3`);
}

/** `12 345` in Norwegian, `12,345` in English. */
export function formatNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(LOCALES[language]).format(value);
}

/** `a, b og c`. */
export function formatList(language: Language, words: readonly string[]): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(words);
}

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: TIME_ZONE });
  formatters.set(key, made);
  return made;
}
