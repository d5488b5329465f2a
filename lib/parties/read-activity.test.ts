import { describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { recordAudit } from '../audit/record.ts';
import { anOrganisationActor, as, TEST_NOW } from '../testing/context.ts';
import { actorOf, anOrganisation, aPerson } from '../testing/parties.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { readActivity } from './read-activity.ts';
import { readOwnerActivity } from './read-owner-activity.ts';

describe.each(ENGINES)('activity on %s', (engine) => {
  it('is read page by page, newest first, by kind', async () => {
    const { vendor, technician, record, db } = await aVendor((await openTestDatabase(engine)).db);
    const machine = anOrganisationActor({ orgNo: vendor.orgNo });
    for (const action of ['client.created', 'system.registered', 'system.updated']) await record(machine, action);
    const context = as({ db, now: TEST_NOW }, technician);
    const key = { side: 'vendor', orgNo: vendor.orgNo, limit: 2 } as const;
    const first = await readActivity(context, key);
    expect(first.items.map(({ action }) => action)).toEqual(['system.updated', 'system.registered']);
    const second = await readActivity(context, { ...key, before: first.next });
    expect(second).toMatchObject({ items: [{ action: 'client.created' }], next: undefined });
    const clients = await readActivity(context, { ...key, prefixes: ['client.'] });
    expect(clients.items).toHaveLength(1);
  });

  it('keeps the names of a customer’s people from the vendor', async () => {
    const { vendor, technician, record, db } = await aVendor((await openTestDatabase(engine)).db);
    const customer = await anOrganisation(db);
    const pia = actorOf(await aPerson(db, { name: 'PIA STRØM', at: customer, roles: ['ADMAI'] }));
    await record(pia, 'request.approved', customer.orgNo);
    const seen = await readActivity(as({ db, now: TEST_NOW }, technician), { side: 'vendor', orgNo: vendor.orgNo });
    expect(seen.items).toMatchObject([{ action: 'request.approved', actorName: '', actorId: '' }]);
    const own = await readActivity(as({ db, now: TEST_NOW }, pia), { side: 'party', orgNo: customer.orgNo });
    expect(own.items).toMatchObject([{ actorName: 'PIA STRØM' }]);
  });

  it('tells an owner which customer did it and which vendor it concerns, not who', async () => {
    const { vendor, technician, record, db } = await aVendor((await openTestDatabase(engine)).db);
    const owner = await anOrganisation(db);
    const keeper = actorOf(await aPerson(db, { at: owner, roles: ['TEKN'] }));
    const customer = await anOrganisation(db);
    const pia = actorOf(await aPerson(db, { name: 'PIA STRØM', at: customer, roles: ['ADMAI'] }));
    await record(pia, 'scope-delegation.given', customer.orgNo, owner.orgNo);
    await record(anOrganisationActor({ orgNo: owner.orgNo }), 'scope.created', undefined, owner.orgNo);
    const context = as({ db, now: TEST_NOW }, keeper);
    const { items, names } = await readOwnerActivity(context, { orgNo: owner.orgNo });
    expect(items.map(({ actorName }) => actorName)).toEqual([owner.name, customer.name]);
    expect(names.get(vendor.orgNo)).toBe(vendor.name);
    await expect(readOwnerActivity(as(context, technician), { orgNo: owner.orgNo })).rejects.toMatchObject({
      status: 403,
    });
  });

  it('of an owner is narrowed to an organisation, to a thing and to a time', async () => {
    const { vendor, technician, record, db } = await aVendor((await openTestDatabase(engine)).db);
    const owner = await anOrganisation(db);
    const keeper = actorOf(await aPerson(db, { at: owner, roles: ['TEKN'] }));
    const customer = await anOrganisation(db, { name: 'ØDE VANN AS' });
    await record(keeper, 'scope-delegation.given', customer.orgNo, owner.orgNo);
    await record(keeper, 'scope.created', undefined, owner.orgNo);
    const read = async (query: object) => {
      const { items } = await readOwnerActivity(as({ db, now: TEST_NOW }, keeper), { orgNo: owner.orgNo, ...query });
      return items.map(({ action }) => action);
    };
    const [given, created] = ['scope-delegation.given', 'scope.created'];
    expect(await read({ party: 'øde vann' })).toEqual([given]);
    expect(await read({ party: vendor.orgNo })).toEqual([created, given]);
    expect(await read({ party: technician.name })).toEqual([]);
    expect([await read({ about: 'I' }), await read({ about: 'thing' })]).toEqual([[created, given], []]);
    const later = new Date(TEST_NOW.getTime() + 1);
    expect([await read({ from: TEST_NOW, until: later }), await read({ from: later })]).toEqual([[created, given], []]);
    expect(await read({ until: TEST_NOW })).toEqual([]);
  });

  it('is closed to strangers', async () => {
    const { vendor, db } = await aVendor((await openTestDatabase(engine)).db);
    const stranger = as({ db, now: TEST_NOW }, actorOf(await aPerson(db)));
    for (const side of ['party', 'vendor', 'owner'] as const) {
      await expect(readActivity(stranger, { side, orgNo: vendor.orgNo })).rejects.toMatchObject({ status: 403 });
    }
  });
});

/** A vendor with somebody who may read its activity, and the way to make some. */
async function aVendor(db: Db) {
  await db.insert(db.tables.rolePackages).values({
    role: 'TEKN',
    packageUrn: 'urn:altinn:accesspackage:maskinporten-administrator',
    hasAccess: true,
    mayDelegate: false,
  });
  const vendor = await anOrganisation(db);
  const technician = actorOf(await aPerson(db, { at: vendor, roles: ['TEKN'] }));
  const record = (actor: Parameters<typeof as>[1], action: string, partyOrgNo?: string, ownerOrgNo?: string) =>
    db.transaction((tx) =>
      recordAudit(tx, as({ db: tx, now: TEST_NOW }, actor), {
        action,
        subjectType: 'thing',
        subjectId: 'it',
        vendorOrgNo: vendor.orgNo,
        ownerOrgNo,
        partyOrgNo,
      }),
    );
  return { db, vendor, technician, record };
}
