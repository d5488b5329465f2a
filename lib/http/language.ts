import type { ApiRequest } from './api-request.ts';

/** Languages that the API answers texts in. */
export const LANGUAGES = ['nb', 'nn', 'en'] as const;
/** One of them. */
export type Language = (typeof LANGUAGES)[number];

/** What the reference says of the header. */
export const LANGUAGE_HEADER = { 'Accept-Language': `${LANGUAGES.join(', ')}; bokmål unless said` } as const;

/** The reader's language by `Accept-Language`: the best of nb, nn and en; bokmål when none is wanted. @see RFC 9110 §12.5.4 */
export function readLanguage(request: ApiRequest): Language {
  const wanted = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([0-9.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { tag: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const language = tag === 'no' ? 'nb' : LANGUAGES.find((candidate) => candidate === tag);
    if (language) return language;
  }
  return 'nb';
}
