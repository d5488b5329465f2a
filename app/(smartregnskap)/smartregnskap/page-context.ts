import { cookies, headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { type Language, pickLanguage } from '#lib/demo/smartregnskap/language.ts';
import { MESSAGES, type Messages } from '#lib/demo/smartregnskap/messages.ts';
import type { Customer } from '#lib/demo/smartregnskap/model.ts';
import { findSettings, type Settings } from '#lib/demo/smartregnskap/settings.ts';
import { findCustomer } from '#lib/demo/smartregnskap/state.ts';

export const LANGUAGE_COOKIE = 'smartregnskap-language';

/** The reader's language and its texts. */
export async function readTexts(): Promise<{ readonly language: Language; readonly texts: Messages }> {
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  const language = pickLanguage(chosen, (await headers()).get('accept-language'));
  return { language, texts: MESSAGES[language] };
}

/** The settings of this SmartRegnskap; where it is not set up, its pages are not found. */
export function readSettings(): Settings {
  return findSettings(process.env) ?? notFound();
}

/** The customer that an address names, or the page for what is not found. */
export function readCustomer(orgNo: string): { readonly settings: Settings; readonly customer: Customer } {
  const settings = readSettings();
  return { settings, customer: findCustomer(settings.stateFile, orgNo) ?? notFound() };
}
