import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { translate } from '#lib/i18n/translate.ts';
import { Dated } from './dated.tsx';

const APPROVED = new Date('2027-03-02T23:12:00.000Z');
const ENDED = new Date('2027-05-17T10:00:00.000Z');

it.each([
  ['nb', 'Godkjent', '3. mars 2027 kl.\u00a000.12', '17. mai 2027 kl.\u00a012.00'],
  ['nn', 'Godkjend', '3. mars 2027 kl.\u00a000.12', '17. mai 2027 kl.\u00a012.00'],
  ['en', 'Approved', '3 March 2027 at\u00a000:12', '17 May 2027 at\u00a012:00'],
] as const)('N9 every moment of a sentence can be read by machines, in %s', (language, approved, first, second) => {
  const t = translate(language, 'requests');
  const say = (from: string, to: string) => t('states.endedText', { approved: from, ended: to });
  const html = renderToStaticMarkup(createElement(Dated, { at: [APPROVED, ENDED], language, withTime: true, say }));
  expect(html).toBe(
    say(
      `<time dateTime="${APPROVED.toISOString()}">${first}</time>`,
      `<time dateTime="${ENDED.toISOString()}">${second}</time>`,
    ),
  );
  expect(html).toContain(approved);
});

it('N9 a moment that is not known leaves its place empty', () => {
  const say = (date: string) => `Avvist ${date}.`;
  expect(renderToStaticMarkup(createElement(Dated, { at: [undefined], language: 'nb', say }))).toBe('Avvist .');
});
