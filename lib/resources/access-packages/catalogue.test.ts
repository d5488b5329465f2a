import { describe, expect, it } from 'vitest';
import { TEST_NOW } from '../../testing/context.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { AREAS } from './areas.ts';
import { CATALOGUE } from './catalogue.ts';
import { findAccessPackage } from './find-access-package.ts';
import { listAccessPackages } from './list-access-packages.ts';
import { packagesOfRoles } from './packages-of-roles.ts';
import { storeCatalogue } from './store-catalogue.ts';

const URN = 'urn:altinn:accesspackage:';

describe('the delivered catalogue', () => {
  it('has unique ids and URNs, an area for each package and a name in three languages', () => {
    const { packages } = CATALOGUE;
    expect(new Set(packages.map((one) => one.id)).size).toBe(packages.length);
    expect(new Set(packages.map((one) => one.urn)).size).toBe(packages.length);
    for (const one of packages) {
      expect(one.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(
        AREAS.some((area) => area.id === one.areaId),
        one.urn,
      ).toBe(true);
      for (const language of ['nb', 'nn', 'en']) expect(one.name[language], one.urn).toBeTruthy();
    }
  });
});

describe('the packages that the platform knows', () => {
  const { packages } = CATALOGUE;
  const ofPersons = packages.filter(({ urn }) => urn.startsWith(`${URN}innbygger-`));
  const fixed = packages.filter(({ isAssignable, isDelegable }) => !isAssignable && !isDelegable);

  it('has every known one of each class', () => {
    expect(packages.filter(({ isAssignable, isDelegable }) => !isAssignable && isDelegable)).toHaveLength(6);
    expect(packages.filter(({ isAssignable, isDelegable }) => isAssignable && !isDelegable)).toHaveLength(11);
    expect(ofPersons).toHaveLength(35);
    expect(fixed).toHaveLength(42);
    expect(packages).toHaveLength(215);
  });

  it('gives persons packages that may be given away, guardians and the enforcement officer packages that may not', () => {
    expect(ofPersons.every(({ isAssignable, isDelegable }) => isAssignable && isDelegable)).toBe(true);
    const codes = fixed.map(({ urn }) => urn.slice(URN.length));
    expect(codes.filter((code) => !/^(vergemal|namsmannen)-/.test(code))).toEqual(['eksplisitt']);
  });

  it.each([
    ['krav-og-utlegg', 'a02fc602-872a-4671-b338-8b86a64b534a'],
    ['lonn', 'fb0aa257-e7dc-4b7b-9528-77dfb749461c'],
    ['toll', 'deb7f8ae-8427-469d-b824-937c146c0489'],
    ['posttjenester', 'a736c33b-c15a-43ac-85be-a684630e1e59'],
    ['innbygger-samliv', '7778f33d-83b7-4089-93fc-4fbacbf28600'],
    ['maskinporten-administrator', '0195efb8-7c80-7b30-a84d-f37fed9fb89c'],
  ])('knows %s by its public id', (code, id) => {
    expect(packages.find(({ urn }) => urn === `${URN}${code}`)?.id).toBe(id);
  });
});

describe.each(ENGINES)('the stored catalogue on %s', (engine) => {
  it('keeps ids, flags and what the operator changed', async () => {
    const { db } = await openTestDatabase(engine);
    await db.transaction((tx) => storeCatalogue(tx, TEST_NOW));
    const { accessPackages } = db.tables;
    await db.update(accessPackages).set({ name: { nb: 'Endret' } });
    await db.transaction((tx) => storeCatalogue(tx, TEST_NOW));
    expect(await findAccessPackage(db, `${URN}skatt-naering`)).toMatchObject({
      id: '1dba50d6-f604-48e9-bd41-82321b13e85c',
      name: { nb: 'Endret' },
      isDelegable: true,
      isAssignable: true,
      area: { code: 'skatt_avgift_regnskap_og_toll' },
    });
    expect(await findAccessPackage(db, `${URN}regnskapsforer-lonn`)).toMatchObject({ isAssignable: false });
    expect(await findAccessPackage(db, `${URN}tilgangsstyrer`)).toMatchObject({ isDelegable: false });
    expect(await findAccessPackage(db, { id: 'c0eb20c1-2268-48f5-88c5-f26cb47a6b1f' })).toMatchObject({
      isDelegable: false,
      isAssignable: false,
    });
    expect(await listAccessPackages(db)).toHaveLength(CATALOGUE.packages.length);
  });

  it('gives roles their packages', async () => {
    const { db } = await openTestDatabase(engine);
    await db.transaction((tx) => storeCatalogue(tx, TEST_NOW));
    const codes = async (role: string) =>
      (await packagesOfRoles(db, [role])).filter((held) => held.hasAccess).map((held) => held.urn.slice(URN.length));
    const administration = ['tilgangsstyrer', 'klientadministrator', 'maskinporten-administrator'];
    expect(await codes('DAGL')).toEqual(expect.arrayContaining([...administration, 'hovedadministrator', 'toll']));
    expect(await codes('DAGL')).not.toContain('regnskapsforer-lonn');
    expect(await codes('DAGL')).not.toContain('innbygger-samliv');
    expect(await codes('KOMP')).toEqual(expect.arrayContaining(administration));
    expect(await codes('KOMP')).not.toContain('hovedadministrator');
    expect(await codes('HADM')).toEqual(['hovedadministrator']);
    expect(await packagesOfRoles(db, ['HADM'])).toContainEqual({
      urn: `${URN}krav-og-utlegg`,
      hasAccess: false,
      mayDelegate: true,
    });
    expect(await codes('ADMAI')).toEqual(['tilgangsstyrer']);
    expect((await codes('regnskapsforer')).sort()).toEqual([
      'regnskapsforer-lonn',
      'regnskapsforer-med-signeringsrettighet',
      'regnskapsforer-uten-signeringsrettighet',
    ]);
    expect(await codes('forretningsforer')).toEqual(['forretningsforer-eiendom']);
    expect(await codes('PRIV')).toHaveLength(35);
    expect((await codes('PRIV')).every((code) => code.startsWith('innbygger-'))).toBe(true);
  });
});
