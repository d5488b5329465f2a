import { createTranslator } from 'use-intl/core';
import { TIME_ZONE } from './format.ts';
import type { Language } from './languages.ts';
import { en } from './messages/en.ts';
import { nb } from './messages/nb.ts';
import { nn } from './messages/nn.ts';
import type { Shape } from './shape.ts';

/** A part of the portal with a dictionary file of its own. */
export type Area = keyof typeof nb;

/** Looks up texts of one area; keys and placeholders are checked against bokmål by the compiler. */
export type Translate<Name extends Area> = ReturnType<typeof createTranslator<(typeof nb)[Name]>>;

const DICTIONARIES: Readonly<Record<Language, Shape<typeof nb>>> = { nb, nn, en };
const known = new Map<string, unknown>();

/** The bare texts of one area, for those that take no placeholders and for client leaves. */
export function dictionary<Name extends Area>(language: Language, area: Name): Shape<typeof nb>[Name] {
  return DICTIONARIES[language][area];
}

/** Looks up the texts of one area in one language. */
export function translate<Name extends Area>(language: Language, area: Name): Translate<Name> {
  const key = `${language}/${area}`;
  const made = known.get(key) as Translate<Name> | undefined;
  if (made) return made;
  // nn and en have bokmål's keys and placeholders: the compiler proves the first, a test the second.
  const messages = DICTIONARIES[language][area] as unknown as (typeof nb)[Name];
  const translator = createTranslator({ locale: language, messages, timeZone: TIME_ZONE }) as Translate<Name>;
  known.set(key, translator);
  return translator;
}
