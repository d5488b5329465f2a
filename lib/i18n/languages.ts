/** The portal's languages; bokmål is the source, the others are complete. */
export const LANGUAGES = ['nb', 'nn', 'en'] as const;

/** One of them. */
export type Language = (typeof LANGUAGES)[number];

/** The cookie that remembers a person's choice. */
export const LANGUAGE_COOKIE = 'language';

/** Each language in its own words, as the switch shows it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  nb: 'Bokmål',
  nn: 'Nynorsk',
  en: 'English',
};

const ACCEPT_LANGUAGE_MAX_LENGTH = 500;
/** `no` is what many browsers say for Norwegian. */
const SPOKEN_AS: Readonly<Record<string, Language>> = { nb: 'nb', no: 'nb', nn: 'nn', en: 'en' };

/** Returns the language, or `undefined` when the text is not one of the closed list. */
export function parseLanguage(text: string | undefined | null): Language | undefined {
  return LANGUAGES.find((language) => language === text);
}

/**
 * Chooses the language of a page: the remembered choice, else the first one of `Accept-Language` that we speak, else bokmål.
 * @see RFC 9110 §12.5.4
 */
export function chooseLanguage(cookie: string | undefined, acceptLanguage: string | null | undefined): Language {
  return parseLanguage(cookie) ?? preferred(acceptLanguage ?? '') ?? 'nb';
}

function preferred(header: string): Language | undefined {
  if (header.length > ACCEPT_LANGUAGE_MAX_LENGTH) return undefined;
  const ranges = header.split(',').map((range) => {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const weight = parameters.map((text) => text.trim().match(/^q=([01](?:\.\d{0,3})?)$/)?.[1]).find(Boolean);
    return { language: SPOKEN_AS[tag.split('-')[0] ?? ''], weight: Number(weight ?? 1) };
  });
  const best = ranges.filter((range) => range.weight > 0).sort((a, b) => b.weight - a.weight);
  return best.find((range) => range.language !== undefined)?.language;
}
