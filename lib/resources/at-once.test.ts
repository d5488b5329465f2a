import { desc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { as, TEST_NOW } from '../testing/context.ts';
import { anOrganisation } from '../testing/parties.ts';
import { anOwnerActor, aResource, resourceDetails } from '../testing/resources.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { connectResource } from './access-lists/connect-resource.ts';
import { saveAccessList } from './access-lists/save-access-list.ts';
import { deleteResource } from './delete-resource.ts';
import { findResource } from './find-resource.ts';
import { simplePolicy } from './policies/simple-policy.ts';
import { savePolicy } from './save-policy.ts';
import { updateResource } from './update-resource.ts';

/** Enough for two that run at once to meet in every order. */
const ROUNDS = 5;
const NO_CONDITIONS = {};

describe.each(ENGINES)('at the same moment on %s', (engine) => {
  async function setUp() {
    const { db } = await openTestDatabase(engine);
    const owner = await anOrganisation(db, { orgCode: 'skd' });
    const scopes = new Set(['altinn:resourceregistry/resource.write', 'altinn:resourceregistry/accesslist.write']);
    const context = as({ db, now: TEST_NOW }, anOwnerActor(owner.orgNo, { scopes }));
    const hasCompetentAuthority = { ...resourceDetails().hasCompetentAuthority, organization: owner.orgNo };
    const aDetailed = async () => {
      const details = resourceDetails({ hasCompetentAuthority });
      await aResource(db, details);
      return details;
    };
    return { db, owner, context, aDetailed };
  }

  it('a resource is changed several times: the newest version is the one that counts', async () => {
    const { db, context, aDetailed } = await setUp();
    const details = await aDetailed();
    const { identifier } = details;
    const { resourceVersions } = db.tables;
    for (let round = 0; round < ROUNDS; round += 1) {
      const changes = [1, 2, 3, 4].map((nr) => ({ ...details, status: `${round}.${nr}` }));
      await Promise.all(changes.map((changed) => updateResource(context, { identifier, details: changed })));
      const [newest] = await db
        .select()
        .from(resourceVersions)
        .where(eq(resourceVersions.identifier, identifier))
        .orderBy(desc(resourceVersions.versionId))
        .limit(1);
      expect(await findResource(db, identifier)).toEqual({ ...newest?.document, versionId: newest?.versionId });
    }
  });

  it('a resource is handed over and changed by its old owner: it stays handed over', async () => {
    const { db, context, aDetailed } = await setUp();
    const next = await anOrganisation(db);
    const admin = anOwnerActor(next.orgNo, { scopes: new Set(['altinn:resourceregistry/resource.admin']) });
    for (let round = 0; round < ROUNDS; round += 1) {
      const details = await aDetailed();
      const { identifier } = details;
      const hasCompetentAuthority = { ...details.hasCompetentAuthority, organization: next.orgNo };
      const handed = { ...details, hasCompetentAuthority };
      const [, changed] = await Promise.allSettled([
        updateResource(as(context, admin), { identifier, details: handed }),
        updateResource(context, { identifier, details: { ...details, status: 'Completed' } }),
      ]);
      if (changed.status === 'rejected') expect(changed.reason).toMatchObject({ status: 403 });
      expect(await findResource(db, identifier)).toMatchObject({ hasCompetentAuthority });
    }
  });

  it('a resource is deleted and gets a policy and a list: nothing of it is left', async () => {
    const { db, context, aDetailed } = await setUp();
    const list = { owner: 'skd', identifier: 'banker', conditions: NO_CONDITIONS };
    await saveAccessList(context, { ...list, name: 'Banker', description: '' });
    for (let round = 0; round < ROUNDS; round += 1) {
      const { identifier } = await aDetailed();
      const policy = simplePolicy(identifier, [{ roles: ['DAGL'], actions: ['read'] }], 3);
      const [deleted] = await Promise.allSettled([
        deleteResource(context, identifier),
        savePolicy(context, { identifier, policy }),
        connectResource(context, { ...list, resourceId: identifier, actionFilters: [] }),
      ]);
      expect(deleted.status).toBe('fulfilled');
      expect(await db.select().from(db.tables.resourcePolicies)).toEqual([]);
      expect(await db.select().from(db.tables.accessListConnections)).toEqual([]);
    }
  });

  it('a list is made twice: the later one finds the other', async () => {
    const { context } = await setUp();
    for (let round = 0; round < ROUNDS; round += 1) {
      const list = { owner: 'skd', identifier: `list-${round}`, description: '', conditions: NO_CONDITIONS };
      const saved = await Promise.all(['A', 'B', 'C'].map((name) => saveAccessList(context, { ...list, name })));
      expect(saved.map(({ version }) => version).sort()).toEqual([1, 2, 3]);
    }
  });
});
