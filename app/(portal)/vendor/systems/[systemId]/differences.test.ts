import { createElement } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { SystemDifference } from '#lib/register/system-differences.ts';
import { RESOURCE_ATTRIBUTE } from '#lib/resources/model.ts';
import { Differences } from './differences.tsx';

const reader = vi.hoisted(() => ({ language: 'nb' }));
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => undefined }),
  headers: async () => new Headers({ 'accept-language': reader.language }),
}));

const NAMES = {
  services: new Map([['claims', 'Krav']]),
  packages: new Map([['urn:tax', 'Skatt']]),
  clients: new Map([['one', 'Hovedbok']]),
};
const pair = (value: string) => ({ resource: [{ id: RESOURCE_ATTRIBUTE, value }] });
const DIFFERENCES: readonly SystemDifference[] = [
  { part: 'name', language: 'nb', from: 'Bok', to: 'Storbok' },
  { part: 'description', language: 'en', to: 'Keeps.' },
  { part: 'right', change: 'added', right: { ...pair('claims'), action: 'read' } },
  { part: 'right', change: 'removed', right: pair('gone') },
  { part: 'package', change: 'removed', value: 'urn:tax' },
  { part: 'client', change: 'added', value: 'one' },
  { part: 'redirect', change: 'removed', value: 'https://a.example/' },
  { part: 'visible', to: false },
];

async function sentences(language: string): Promise<readonly string[]> {
  reader.language = language;
  const page = await renderToReadableStream(createElement(Differences, { differences: DIFFERENCES, names: NAMES }));
  await page.allReady;
  const html = await new Response(page).text();
  return [...html.matchAll(/<li[^>]*>(.*?)<\/li>/gs)].map(([, item = '']) => item.replace(/<[^>]*>/g, ''));
}

describe('what a change did, in words', () => {
  it.each([
    [
      'nb',
      [
        '→Navn på bokmål: fra «Bok» til «Storbok»',
        '+Beskrivelse på engelsk: Keeps.',
        '+Enkelttjeneste lagt til: Krav (lese)',
        '−Enkelttjeneste tatt bort: gone',
        '−Tilgangspakke tatt bort: Skatt',
        '+Klient lagt til: Hovedbok (one)',
        '−Returadresse tatt bort: https://a.example/',
        '→Synlig: bare på forespørsel',
      ],
    ],
    [
      'nn',
      [
        '→Namn på bokmål: frå «Bok» til «Storbok»',
        '+Skildring på engelsk: Keeps.',
        '+Enkeltteneste lagd til: Krav (lese)',
        '−Enkeltteneste teken bort: gone',
        '−Tilgangspakke teken bort: Skatt',
        '+Klient lagd til: Hovedbok (one)',
        '−Returadresse teken bort: https://a.example/',
        '→Synleg: berre på førespurnad',
      ],
    ],
    [
      'en',
      [
        '→Name in Bokmål: from “Bok” to “Storbok”',
        '+Description in English: Keeps.',
        '+Single service added: Krav (read)',
        '−Single service removed: gone',
        '−Access package removed: Skatt',
        '+Client added: Hovedbok (one)',
        '−Return address removed: https://a.example/',
        '→Visible: by request only',
      ],
    ],
  ])('is a sentence for each thing in %s', async (language, expected) => {
    expect(await sentences(language)).toEqual(expected);
  });
});
