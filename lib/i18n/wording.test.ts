import { describe, expect, it } from 'vitest';
import { ERROR_TEXTS } from '../maskinporten/error-texts.ts';
import { NOTICE_TEXTS } from '../requests/notices/texts.ts';
import { explainCode, PROBLEM_CODES } from './explanations/explain-code.ts';
import type { Language } from './languages.ts';
import { en } from './messages/en.ts';
import { nb } from './messages/nb.ts';
import { nn } from './messages/nn.ts';
import { PROBLEM_TEXTS } from './problem-texts.ts';

const LANGUAGES = ['nb', 'nn', 'en'] as const;
const DICTIONARIES = { nb, nn, en };
const FACTS = {
  vendor: 'SmartCloud AS',
  organisation: 'Rør og Vann AS',
  by: 'Pia Strøm',
  link: 'https://portal.example',
};

const NYNORSK_ONLY =
  'ikkje|kva|kven|korleis|frå|berre|utan|noko|nokon|verksemd\\p{L}*|teneste\\p{L}*|førespurnad\\p{L}*';
const BOKMAL_ONLY =
  'ikke|jeg|hva|hvem|hvordan|hvilke[nt]?|hvis|fra|noe|noen|bare|uten|dere|deres|selv|også|finnes|gjøre?|ble|virksomhet\\p{L}*|tjeneste\\p{L}*|forespørs\\p{L}*|systembrukere\\p{L}*|tilgangsstyrer\\p{L}*';

const RULES: readonly (readonly [title: string, languages: readonly Language[], words: string])[] = [
  ['keeps nynorsk out of bokmål', ['nb'], NYNORSK_ONLY],
  ['keeps bokmål out of nynorsk', ['nn'], BOKMAL_ONLY],
  ['has one form of each nynorsk word', ['nn'], 'vart|svarer|utstede\\p{L}*|fyrst|begynn\\p{L}*|hemmelegheit\\p{L}*'],
  ['says log in, never sign in', ['en'], 'sign(s|ed|ing)?[ -](in|out)'],
  ['borrows no idiom from Norwegian', ['en'], 'into use|out of use|sent on|needs you'],
  ['spells English the British way', ['en'], '\\p{L}*organiz\\p{L}*|email'],
  ['writes compounds as one word', ['nb', 'nn'], 'retur-adresse\\p{L}*|token-endepunkt\\p{L}*'],
  ['spares people the terms of the register', ['nb', 'nn'], 'aktør\\p{L}*|avgiver\\p{L}*|representer\\p{L}*'],
];

describe.each(RULES)('the wording %s', (_, languages, words) => {
  const pattern = new RegExp(`(?<!\\p{L})(${words})(?!\\p{L})`, 'iu');

  it.each(languages)('in every text in %s', (language) => {
    expect(textsIn(language).filter((text) => pattern.test(text))).toEqual([]);
  });
});

describe('the typography', () => {
  it.each(LANGUAGES)('has no straight quotes, loose hyphens or three full stops in %s', (language) => {
    expect(textsIn(language).filter((text) => /["']| - |\.\.\.| {2}/.test(text))).toEqual([]);
  });
});

/** Every text that people meet in a language. */
function textsIn(language: Language): string[] {
  const problems = Object.values(PROBLEM_TEXTS).map((texts) => texts[LANGUAGES.indexOf(language)]);
  const explanations = Object.values(ERROR_TEXTS).map((texts) => texts[language]);
  const codes = PROBLEM_CODES.map((code) => explainCode(code, language));
  const notices = Object.values(NOTICE_TEXTS[language]).map((text) => text(FACTS));
  return [DICTIONARIES[language], problems, explanations, codes, notices].flatMap(leaves).map(wordsOf);
}

/** A text without what it quotes from the wire, which has its own language. */
function wordsOf(text: string): string {
  return text.replace(/`[^`]*`/g, '…');
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}
