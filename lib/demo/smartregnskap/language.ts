/** SmartRegnskap's languages; the first is the one for everybody else. */
export const LANGUAGES = ['nb', 'nn', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

/** Says whether a text names a language of SmartRegnskap. */
export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** Picks a language: the chosen one, else the first wish of the browser that can be met. Plain Norwegian is bokmål. */
export function pickLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
  if (isLanguage(chosen)) return chosen;
  const wishes = (acceptLanguage ?? '').split(',').map((wish) => wish.trim().slice(0, 2).toLowerCase());
  return wishes.map((wish) => (wish === 'no' ? 'nb' : wish)).find(isLanguage) ?? 'nb';
}
