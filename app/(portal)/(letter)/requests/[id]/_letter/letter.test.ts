import { createElement } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { replaceDatabase } from '#lib/context/database.ts';
import { readRequestLetter } from '#lib/requests/letter/read-request-letter.ts';
import { as, TEST_NOW } from '#lib/testing/context.ts';
import { anOrganisation } from '#lib/testing/parties.ts';
import { aRequest, aRequestStory, type RequestStory } from '#lib/testing/requests.ts';
import { openTestDatabase } from '#lib/testing/test-database.ts';
import { Letter } from './letter.tsx';

const LANGUAGES = [
  ['nb', 'Forespørsel fra', 'Leverandørens egen merkelapp', 'ikke SKATTEETATEN.'],
  ['nn', 'Førespurnad frå', 'Leverandøren sin eigen merkelapp', 'ikkje SKATTEETATEN.'],
  ['en', 'Request from', 'The vendor’s own label', 'not from SKATTEETATEN.'],
] as const;

const reader = vi.hoisted(() => ({ language: 'nb' }));
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => undefined }),
  headers: async () => new Headers({ 'accept-language': reader.language }),
}));

describe('the letter on its page', () => {
  let story: RequestStory;

  beforeAll(async () => {
    const database = await openTestDatabase();
    replaceDatabase(database);
    story = await aRequestStory(database.db);
    await anOrganisation(database.db, { name: 'SKATTEETATEN', orgCode: 'skd' });
  });
  afterAll(() => replaceDatabase(undefined));

  async function show(integrationTitle: string): Promise<string> {
    return showRequest((await aRequest(story, { integrationTitle })).id);
  }
  async function showRequest(id: string): Promise<string> {
    const letter = await readRequestLetter(as({ db: story.db, now: TEST_NOW }, story.pia), id);
    if (!letter || letter.reader === 'stranger') throw new Error('The letter is sealed.');
    const page = await renderToReadableStream(createElement(Letter, { letter }));
    await page.allReady;
    return (await new Response(page).text()).replaceAll('<!-- -->', '');
  }

  it.each(LANGUAGES)(
    'B31 names a vendor that calls its request after an authority as the register does, in %s',
    async (language, from, label, not) => {
      reader.language = language;
      const html = await show('Skatteetaten');
      const number = story.vendor.orgNo.replace(/(...)(...)(...)/, '$1\u00A0$2\u00A0$3');
      const heading = html.slice(0, html.indexOf('</h1>')).replace(/<[^>]*>/g, '');
      expect(heading).toMatch(new RegExp(`^${from} TEST ${story.vendor.orgNo} · org\\.[^0-9]+${number}`));
      expect(heading).not.toMatch(/skatteetaten/i);
      expect(html).toMatch(new RegExp(`${label}</dt><dd[^>]*><bdi>Skatteetaten</bdi>`));
      expect(html.split('Skatteetaten')).toHaveLength(2);
      expect(html).toContain(not);
    },
  );

  it('B31 warns of no other label', async () => {
    expect(await show('Smart regnskap')).not.toContain('SKATTEETATEN');
  });

  it('tells two waiting requests of one system apart by the vendor’s reference', async () => {
    reader.language = 'nb';
    const headingOf = async (externalRef: string) => {
      const html = await showRequest((await aRequest(story, { externalRef })).id);
      return html.slice(html.indexOf('<h1'), html.indexOf('</h1>')).replace(/<[^>]*>/g, '');
    };
    expect(await headingOf('moss')).toMatch(/\?Leverandørens referanse: moss$/);
    expect(await headingOf('hamar')).toMatch(/\?Leverandørens referanse: hamar$/);
    expect(await headingOf('')).toMatch(/\?$/);
  });

  it('B31 keeps a reference that borrows the name of an authority out of the heading', async () => {
    reader.language = 'nb';
    const html = await showRequest((await aRequest(story, { externalRef: 'skatteetaten' })).id);
    expect(html.slice(0, html.indexOf('</h1>'))).not.toMatch(/skatteetaten/i);
  });

  it('gives both answers a key, and new ones each time it is shown', async () => {
    const { id } = await aRequest(story);
    const keysOf = (html: string) =>
      [...html.matchAll(/name="idempotencyKey" value="([0-9a-f-]{36})"/g)].map(([, key]) => key);
    const keys = [...keysOf(await showRequest(id)), ...keysOf(await showRequest(id))];
    expect(new Set(keys).size).toBe(4);
  });
});
