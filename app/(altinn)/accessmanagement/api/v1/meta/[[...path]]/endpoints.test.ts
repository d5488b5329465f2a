import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { storeCatalogue } from '#lib/resources/access-packages/store-catalogue.ts';
import { simplePolicy } from '#lib/resources/policies/simple-policy.ts';
import { TEST_NOW } from '#lib/testing/context.ts';
import { aPolicy, aResource } from '#lib/testing/resources.ts';
import { serveTestDatabase } from '#lib/testing/test-database.ts';
import { accessPackages } from './endpoints.ts';

const TAX = '1dba50d6-f604-48e9-bd41-82321b13e85c';
const URN = 'urn:altinn:accesspackage:skatt-naering';

let db: Db;

beforeAll(async () => {
  db = await serveTestDatabase();
  await db.transaction((tx) => storeCatalogue(tx, TEST_NOW));
  const title = { nb: 'Skattemelding', nn: 'Skattemelding', en: 'Tax return' };
  await aResource(db, { identifier: 'ske-melding', title, hasCompetentAuthority: { orgcode: 'SKD' } });
  await aPolicy(db, 'ske-melding', simplePolicy('ske-melding', [{ packages: ['skatt-naering'], actions: ['read'] }]));
});

async function get(path: string, language?: string): Promise<{ status: number; body: unknown }> {
  const request = new Request(`http://localhost${accessPackages.base}/info/accesspackages/${path}`, {
    headers: language ? { 'accept-language': language } : {},
  });
  const answer = await accessPackages.handlers.GET(request);
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

describe('a package', () => {
  it.each([
    ['its URN', `package/urn/${URN}`],
    ['its URN, encoded', `package/urn/${encodeURIComponent(URN)}`],
    ['a colon and its code', 'package/urn/:skatt-naering'],
    ['its code', 'package/urn/skatt-naering/'],
    ['its id, in whatever case of the path', `Package/${TAX.toUpperCase()}`],
  ])('is found by %s', async (_, path) => {
    const { status, body } = await get(path);
    expect(status).toBe(200);
    expect(body).toEqual({
      id: TAX,
      name: 'Skatt næring',
      urn: URN,
      description: expect.any(String),
      isDelegable: true,
      isAssignable: true,
      isResourcePolicyAvailable: true,
      area: expect.objectContaining({ name: 'Skatt, avgift, regnskap og toll' }),
      type: { id: 'organization', name: 'Organisasjon' },
      resources: [expect.objectContaining({ id: 'ske-melding', name: 'Skattemelding' })],
    });
  });

  it('speaks the reader’s language, bokmål when it has none of them', async () => {
    expect((await get(`package/${TAX}`, 'en')).body).toMatchObject({ name: 'Business tax' });
    expect((await get('package/urn/merverdiavgift', 'nn-NO')).body).toMatchObject({ name: 'Meirverdiavgift' });
    expect((await get(`package/${TAX}`, 'de')).body).toMatchObject({ name: 'Skatt næring' });
  });

  it.each([
    ['package/urn/nothing', 404],
    ['package/00000000-0000-4000-8000-000000000000', 404],
    ['package/nothing', 400],
    ['area/00000000-0000-4000-8000-000000000000', 404],
    ['group/nothing', 400],
    ['unknown', 404],
    ['search?searchInResources=maybe', 400],
  ])('answers %s with %i', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  it('lists the resources that it opens', async () => {
    expect((await get(`package/${TAX}/resources`, 'en')).body).toMatchObject([
      { id: 'ske-melding', name: 'Tax return', provider: { code: 'SKD' }, type: { name: 'GenericAccessResource' } },
    ]);
  });
});

describe('search', () => {
  type Found = { object: { urn: string }; score: number; fields: { field: string }[] }[];
  const urns = async (query: string) => ((await get(`search?${query}`)).body as Found).map((one) => one.object.urn);

  it('lists all without a term, and 204 when nothing matches', async () => {
    const all = await db.$count(db.tables.accessPackages);
    expect(await urns('term=')).toHaveLength(all);
    expect((await get('search?term=finnes-ikke')).status).toBe(204);
  });

  it('finds the best first', async () => {
    expect((await urns('term=Skatt'))[0]).toMatch(/skatt/);
    const [first] = (await get('search?term=skatt%20n')).body as Found;
    expect(first).toMatchObject({
      object: { urn: URN },
      fields: expect.arrayContaining([{ field: 'name', value: 'Skatt næring', score: 6 }]),
    });
  });

  it('narrows by owner, by resource and by whom the package is for', async () => {
    expect(await urns('term=&resourceProviderCode=skd')).toEqual([URN]);
    expect(await urns('term=skattemelding&searchInResources=true')).toEqual([URN]);
    expect((await get('search?term=skattemelding')).status).toBe(204);
    expect(await urns('typeName=person')).toContain('urn:altinn:accesspackage:innbygger-samliv');
    expect(await urns('typeName=organization')).not.toContain('urn:altinn:accesspackage:innbygger-samliv');
  });
});

describe('the tree', () => {
  type Tree = { id: string; areas: { id: string; packages: { urn: string }[] }[] }[];

  it('is exported whole', async () => {
    const tree = (await get('export')).body as Tree;
    const packages = tree.flatMap((group) => group.areas.flatMap((area) => area.packages));
    expect(packages).toHaveLength(await db.$count(db.tables.accessPackages));
  });

  it('is walked group by group and area by area', async () => {
    const groups = (await get('group/', 'en')).body as { id: string; name: string }[];
    const general = groups.find((group) => group.name === 'General');
    expect((await get(`group/${general?.id}`)).body).toMatchObject({ name: 'Allment', type: 'organization' });
    const areas = (await get(`group/${general?.id}/areas`)).body as { id: string; name: string }[];
    const tax = areas.find((area) => area.name.startsWith('Skatt'));
    expect((await get(`area/${tax?.id}`)).body).toMatchObject({
      urn: 'accesspackage:area:skatt_avgift_regnskap_og_toll',
    });
    const packages = (await get(`area/${tax?.id}/packages`)).body as { urn: string }[];
    expect(packages.map((one) => one.urn)).toContain(URN);
  });
});
