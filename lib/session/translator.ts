import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { chooseLanguage, LANGUAGE_COOKIE, type Language } from '../i18n/languages.ts';
import type { nb } from '../i18n/messages/nb.ts';
import type { Shape } from '../i18n/shape.ts';
import { type Area, dictionary, type Translate, translate } from '../i18n/translate.ts';

/** The language of the page being rendered, by cookie and `Accept-Language`. */
export const pageLanguage = cache(async (): Promise<Language> => {
  const remembered = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  return chooseLanguage(remembered, (await headers()).get('accept-language'));
});

/** The texts of an area in the reader's language; for pages and actions on the server. */
export async function translator<Name extends Area>(area: Name): Promise<Translate<Name>> {
  return translate(await pageLanguage(), area);
}

/** The bare texts of an area in the reader's language: plain data, so a client leaf may be given parts of it. */
export async function texts<Name extends Area>(area: Name): Promise<Shape<typeof nb>[Name]> {
  return dictionary(await pageLanguage(), area);
}
