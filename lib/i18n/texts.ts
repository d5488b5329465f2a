import type { Language } from './languages.ts';

/** A text in each language. */
export type Texts = readonly [nb: string, nn: string, en: string];

const ORDER: Readonly<Record<Language, 0 | 1 | 2>> = { nb: 0, nn: 1, en: 2 };

/** The text in one language. */
export function textIn(language: Language, texts: Texts): string {
  return texts[ORDER[language]];
}
