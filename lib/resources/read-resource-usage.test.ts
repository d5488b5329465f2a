import { describe, expect, it } from 'vitest';
import { ROWS_PER_PAGE } from '../kernel/pages.ts';
import { endSystemUser } from '../systemusers/end-system-user.ts';
import { findSystemUser } from '../systemusers/find-system-user.ts';
import { as, TEST_NOW } from '../testing/context.ts';
import { walkPages } from '../testing/pages.ts';
import { anOrganisation } from '../testing/parties.ts';
import { anOwnerActor, aPolicy, aResource, ownerOf } from '../testing/resources.ts';
import { aRight, aSystem, aSystemUser } from '../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { simplePolicy } from './policies/simple-policy.ts';
import { listOwnResources, readOwnResource } from './read-own-resource.ts';
import { readResourceUsage } from './read-resource-usage.ts';

describe.each(ENGINES)('an owner’s view of its resources on %s', (engine) => {
  it('tells which systems ask for one, how, and which system users hold it', async () => {
    const { db } = await openTestDatabase(engine);
    const resource = await aResource(db);
    const id = resource.identifier;
    await aPolicy(db, id, simplePolicy(id, [{ packages: ['toll'], actions: ['read'] }]));
    const party = await anOrganisation(db);
    const byRight = await aSystem(db, { rights: [aRight(id)] });
    const byPackage = await aSystem(db, { accessPackages: ['urn:altinn:accesspackage:toll'] });
    await aSystem(db, { rights: [aRight('another-resource')] });
    await aSystem(db, { rights: [aRight(id)], isDeleted: true });
    const user = await aSystemUser(db, { system: byRight, party, rights: [{ resourceId: id, actions: ['read'] }] });
    const owner = as({ db, now: TEST_NOW }, anOwnerActor(ownerOf(resource)));
    const usage = await readResourceUsage(owner, id);
    expect(new Map(usage.systems.rows.map(({ systemId, by }) => [systemId, by]))).toEqual(
      new Map([
        [byRight.systemId, 'right'],
        [byPackage.systemId, 'package'],
      ]),
    );
    expect(usage.systemUsers.rows).toMatchObject([
      { id: user.id, systemName: byRight.name, partyName: party.name, actions: ['read'] },
    ]);
  });

  it('F27 comes in pages without loss or repeats, while system users come and go', async () => {
    const { db } = await openTestDatabase(engine);
    const resource = await aResource(db);
    const id = resource.identifier;
    const owner = as({ db, now: TEST_NOW }, anOwnerActor(ownerOf(resource)));
    const party = await anOrganisation(db, { name: 'ØDE ELV AS' });
    const rights = [{ resourceId: id, actions: ['read'] }];
    const users: string[] = [];
    for (let index = 0; index < 2 * ROWS_PER_PAGE + 1; index += 1) {
      const system = await aSystem(db, { rights: [aRight(id)] });
      users.push((await aSystemUser(db, { system, party, rights })).id);
    }
    const systems = await walkPages(
      async (afterSystem) => (await readResourceUsage(owner, id, { afterSystem })).systems,
      ({ systemId }) => systemId,
    );
    expect([systems.length, new Set(systems).size]).toEqual([users.length, users.length]);
    const gone: string[] = [];
    const seen = await walkPages(
      async (after) => (await readResourceUsage(owner, id, { after })).systemUsers,
      (user) => user.id,
      async (pages) => {
        if (pages > 1) return;
        // The last one that was read, and one that was not.
        const { rows } = (await readResourceUsage(owner, id)).systemUsers;
        gone.push(rows.at(-1)?.id ?? '', [...users].sort()[0] ?? '');
        for (const user of gone) {
          await db.transaction((tx) => endSystemUser(tx, { id: user, at: TEST_NOW, byName: 'PIA' }));
        }
      },
    );
    expect([...seen].sort()).toEqual(users.filter((user) => user !== gone[1]).sort());
    expect((await readResourceUsage(owner, id)).systemUsers.total).toBe(users.length - 2);
    expect((await readResourceUsage(owner, id, { query: 'øde' })).systemUsers.total).toBe(users.length - 2);
    const [kept] = (await readResourceUsage(owner, id)).systemUsers.rows;
    const user = kept && (await findSystemUser(db, kept.id));
    expect(await readResourceUsage(owner, id, { query: user?.systemId })).toMatchObject({
      systems: { total: 1, rows: [{ systemId: user?.systemId }] },
      systemUsers: { total: 1, rows: [{ id: user?.id, systemName: kept?.systemName }] },
    });
  });

  it('tells of an app whichever way it is named', async () => {
    const { db } = await openTestDatabase(engine);
    const resource = await aResource(db, { identifier: 'app_skd_usage-app' });
    const owner = as({ db, now: TEST_NOW }, anOwnerActor(ownerOf(resource)));
    const pair = (id: string, value: string) => ({ id, value });
    const inParts = [pair('urn:altinn:org', 'skd'), pair('urn:altinn:app', 'usage-app')];
    const named = await aSystem(db, { rights: [aRight(resource.identifier), { resource: inParts }] });
    const parts = await aSystem(db, { rights: [{ resource: inParts }] });
    await aSystem(db, {
      rights: [{ resource: [pair('urn:altinn:org', 'other'), pair('urn:altinn:app', 'usage-app')] }],
    });
    const { systems } = await readResourceUsage(owner, resource.identifier);
    expect(systems.rows.map(({ systemId }) => systemId)).toEqual([named.systemId, parts.systemId].sort());
  });

  it.each([
    ['GenericAccessResource', 'missing'],
    ['MaskinportenSchema', 'not-needed'],
  ] as const)('says of a resource of type %s without rules that they are %s', async (resourceType, rules) => {
    const { db } = await openTestDatabase(engine);
    const resource = await aResource(db, { resourceType });
    const owner = as({ db, now: TEST_NOW }, anOwnerActor(ownerOf(resource)));
    expect(await listOwnResources(owner, ownerOf(resource))).toMatchObject([{ rules }]);
  });

  it('is for the owner alone', async () => {
    const { db } = await openTestDatabase(engine);
    const resource = await aResource(db);
    const owner = as({ db, now: TEST_NOW }, anOwnerActor(ownerOf(resource)));
    const stranger = as(owner, anOwnerActor('313300307'));
    expect(await listOwnResources(owner, ownerOf(resource))).toMatchObject([{ rules: 'missing' }]);
    expect((await readOwnResource(owner, resource.identifier)).stored).toBeUndefined();
    for (const read of [readOwnResource, readResourceUsage]) {
      await expect(read(stranger, resource.identifier)).rejects.toMatchObject({ status: 403 });
      await expect(read(owner, 'no-such-resource')).rejects.toMatchObject({ status: 404 });
    }
    await expect(listOwnResources(stranger, ownerOf(resource))).rejects.toMatchObject({ status: 403 });
  });
});
