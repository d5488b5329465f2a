import { describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { ROWS_PER_PAGE } from '../kernel/pages.ts';
import { as, TEST_NOW } from '../testing/context.ts';
import { walkPages } from '../testing/pages.ts';
import { anOrgNo } from '../testing/parties.ts';
import { anOwnerActor, aPolicy, aResource } from '../testing/resources.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { deleteResource } from './delete-resource.ts';
import { pageOwnResources } from './page-own-resources.ts';
import { simplePolicy } from './policies/simple-policy.ts';

/** An owner of its own, and what its resources say of it. */
function anOwner(db: Db) {
  const ownerOrgNo = anOrgNo();
  return {
    ownerOrgNo,
    its: { hasCompetentAuthority: { organization: ownerOrgNo, orgcode: 'tst' } },
    owner: as({ db, now: TEST_NOW }, anOwnerActor(ownerOrgNo)),
  };
}

describe.each(ENGINES)('an owner’s list of resources on %s', (engine) => {
  it('F27 comes in pages without loss or repeats, though the last one read is gone', async () => {
    const { db } = await openTestDatabase(engine);
    const { owner, ownerOrgNo, its } = anOwner(db);
    const made = [];
    for (let index = 0; index < 2 * ROWS_PER_PAGE + 1; index += 1) made.push(await aResource(db, its));
    const seen = await walkPages(
      (after) => pageOwnResources(owner, { ownerOrgNo, after }),
      ({ resource }) => resource.identifier,
      async (pages) => {
        if (pages > 1) return;
        const { next = '' } = await pageOwnResources(owner, { ownerOrgNo });
        await deleteResource(owner, next);
      },
    );
    expect(seen).toEqual(made.map(({ identifier }) => identifier).sort());
  });

  it('finds words of a title in any language and case, and parts of an id', async () => {
    const { db } = await openTestDatabase(engine);
    const { owner, ownerOrgNo, its } = anOwner(db);
    await aResource(db, {
      ...its,
      identifier: 'page-own-found',
      title: { nb: 'Årsregnskap "2027"', nn: 'Årsrekneskap', en: 'Annual accounts' },
    });
    await aResource(db, { ...its, identifier: 'page-own-other' });
    for (const query of ['ÅRSREGNSKAP "', 'årsreknes', 'annual', 'OWN-FOUND']) {
      const { rows, total } = await pageOwnResources(owner, { ownerOrgNo, query });
      expect([rows.map(({ resource: { identifier } }) => identifier), total]).toEqual([['page-own-found'], 1]);
    }
  });

  it('is narrowed to those with rules, without, and without need of any', async () => {
    const { db } = await openTestDatabase(engine);
    const { owner, ownerOrgNo, its } = anOwner(db);
    const made = await aResource(db, { ...its, identifier: 'page-own-made' });
    await aPolicy(db, made.identifier, simplePolicy(made.identifier, [{ packages: ['toll'], actions: ['read'] }]));
    await aResource(db, { ...its, identifier: 'page-own-missing' });
    await aResource(db, { ...its, identifier: 'page-own-not-needed', resourceType: 'MaskinportenSchema' });
    for (const rules of ['made', 'missing', 'not-needed'] as const) {
      const { rows, total } = await pageOwnResources(owner, { ownerOrgNo, rules, query: 'page-own' });
      expect([rows.map(({ resource: { identifier } }) => identifier), total]).toEqual([[`page-own-${rules}`], 1]);
      expect(rows).toMatchObject([{ rules }]);
    }
  });

  it('is for the owner alone', async () => {
    const { db } = await openTestDatabase(engine);
    const { ownerOrgNo } = anOwner(db);
    const stranger = as({ db, now: TEST_NOW }, anOwnerActor('313300307'));
    await expect(pageOwnResources(stranger, { ownerOrgNo })).rejects.toMatchObject({ status: 403 });
  });
});
