import { describe, expect, it } from 'vitest';
import { env } from '../config/env.ts';
import { storeCatalogue } from '../resources/access-packages/store-catalogue.ts';
import { as, TEST_NOW } from '../testing/context.ts';
import { actorOf, anOrganisation, anOrgNo, aPerson, aPersonNo } from '../testing/parties.ts';
import { aSystem, aSystemUser } from '../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { lookUpParty } from './look-up-party.ts';

describe.each(ENGINES)('the operator’s look-up on %s', (engine) => {
  async function aHelpDesk() {
    const { db } = await openTestDatabase(engine);
    await db.transaction((tx) => storeCatalogue(tx, TEST_NOW));
    const operator = await anOrganisation(db, { orgNo: env().OPERATOR_ORG_NO });
    const customer = await anOrganisation(db);
    const dina = actorOf(await aPerson(db, { at: operator, roles: ['DAGL'] }));
    const pia = await aPerson(db, { at: customer, roles: ['DAGL'] });
    return { db, customer, pia, context: as({ db, now: TEST_NOW }, dina) };
  }

  it('shows an organisation’s people and system users, and writes down who looked and why', async () => {
    const { db, customer, pia, context } = await aHelpDesk();
    const system = await aSystem(db);
    const vendor = await anOrganisation(db, { orgNo: system.vendorOrgNo });
    await aSystemUser(db, { system, party: customer });
    const found = await lookUpParty(context, { key: { orgNo: customer.orgNo }, reason: 'The customer called' });
    expect(found).toMatchObject({ kind: 'organisation', people: [{ name: pia.name, roles: ['DAGL'] }] });
    expect(found).toMatchObject({
      systemUsers: [{ total: 1, rows: [{ user: { partyOrgNo: customer.orgNo } }] }, { total: 0 }],
    });
    expect(found).toMatchObject({
      systemUsers: [{ rows: [{ systemName: system.name, vendorName: vendor.name }] }, {}],
    });
    expect(await db.select().from(db.tables.auditEvents)).toMatchObject([
      {
        action: 'party.looked-up',
        subjectId: customer.uuid,
        partyOrgNo: customer.orgNo,
        after: { reason: 'The customer called' },
      },
    ]);
  });

  it('writes a look-up of nobody down too, without the number', async () => {
    const { db, context } = await aHelpDesk();
    const personNo = aPersonNo();
    expect(await lookUpParty(context, { key: { personNo }, reason: 'x' })).toBeUndefined();
    const rows = await db.select().from(db.tables.auditEvents);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(personNo);
  });

  it('shows nothing without a reason, or to anybody else', async () => {
    const { db, customer, pia, context } = await aHelpDesk();
    const key = { orgNo: customer.orgNo };
    await expect(lookUpParty(context, { key, reason: ' ' })).rejects.toMatchObject({ status: 400 });
    await expect(lookUpParty(as(context, actorOf(pia)), { key, reason: 'x' })).rejects.toMatchObject({ status: 403 });
    await expect(
      lookUpParty(as(context, { kind: 'anonymous' }), { key: { orgNo: anOrgNo() }, reason: 'x' }),
    ).rejects.toMatchObject({ status: 401 });
    expect(await db.select().from(db.tables.auditEvents)).toEqual([]);
  });
});
