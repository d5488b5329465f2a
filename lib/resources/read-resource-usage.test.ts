import { describe, expect, it } from 'vitest';
import { as, TEST_NOW } from '../testing/context.ts';
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
    expect(new Map(usage.systems.map(({ systemId, by }) => [systemId, by]))).toEqual(
      new Map([
        [byRight.systemId, 'right'],
        [byPackage.systemId, 'package'],
      ]),
    );
    expect(usage.systemUsers).toMatchObject([{ id: user.id, partyName: party.name, actions: ['read'] }]);
  });

  it('is for the owner alone', async () => {
    const { db } = await openTestDatabase(engine);
    const resource = await aResource(db);
    const owner = as({ db, now: TEST_NOW }, anOwnerActor(ownerOf(resource)));
    const stranger = as(owner, anOwnerActor('313300307'));
    expect(await listOwnResources(owner, ownerOf(resource))).toMatchObject([{ hasPolicy: false }]);
    expect((await readOwnResource(owner, resource.identifier)).stored).toBeUndefined();
    for (const read of [readOwnResource, readResourceUsage]) {
      await expect(read(stranger, resource.identifier)).rejects.toMatchObject({ status: 403 });
      await expect(read(owner, 'no-such-resource')).rejects.toMatchObject({ status: 404 });
    }
    await expect(listOwnResources(stranger, ownerOf(resource))).rejects.toMatchObject({ status: 403 });
  });
});
