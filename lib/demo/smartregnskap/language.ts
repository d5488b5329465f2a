/** SmartRegnskap's languages; the first is the one for everybody else. */
export const LANGUAGES = ['nb', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Says whether a text names a language of SmartRegnskap. */
export function isLanguage(text: unknown): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** Picks a language: the chosen one, else the first wish of the browser that can be met. Any Norwegian is bokmål. */
export function pickLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
  if (isLanguage(chosen)) return chosen;
  const wishes = (acceptLanguage ?? '').split(',').map((wish) => wish.trim().slice(0, 2).toLowerCase());
  const met = wishes.find((wish) => ['nb', 'no', 'nn', 'en'].includes(wish));
  return met === 'en' ? 'en' : 'nb';
}
