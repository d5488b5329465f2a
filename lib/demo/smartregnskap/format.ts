import type { Language } from './language.ts';

const LOCALES = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const;

/** Writes an amount of kroner, always with øre. */
export function formatKroner(amount: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency: 'NOK' }).format(amount);
}

/** Writes a day, `2026-08-20` → `20. august 2026`. */
export function formatDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}

/** Writes an instant as a day and a time in Norway, `28. august 2026 kl. 19.00`. */
export function formatInstant(instant: string, language: Language): string {
  const text = new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Oslo',
  }).format(new Date(instant));
  return language === 'en' ? text : text.replace(/(\d{2}):(\d{2})$/, '$1.$2');
}

/** Writes an organisation number in groups of three that stay on one line. */
export function formatOrgNo(orgNo: string): string {
  return orgNo.replace(/(\d{3})(?=\d)/g, '$1\u00a0');
}
