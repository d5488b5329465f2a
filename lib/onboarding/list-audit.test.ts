import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { type AuditEvent, recordAudit } from '../audit/record.ts';
import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import type { Organisation, Person } from '../parties/model.ts';
import { storeCatalogue } from '../resources/access-packages/store-catalogue.ts';
import { anOrganisationActor, as, TEST_NOW } from '../testing/context.ts';
import { actorOf, anOrganisation, aPerson } from '../testing/parties.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { listAudit } from './list-audit.ts';

describe.each(ENGINES)('the audit trail on %s', (engine) => {
  let db: Db;
  let operator: Organisation;
  let vendor: Organisation;
  let manager: Person;
  let dina: Context;

  beforeAll(async () => {
    ({ db } = await openTestDatabase(engine));
    await db.transaction((tx) => storeCatalogue(tx, TEST_NOW));
    operator = await anOrganisation(db, { orgNo: env().OPERATOR_ORG_NO });
    vendor = await anOrganisation(db);
    manager = await aPerson(db, { at: vendor, roles: ['DAGL'] });
    dina = as({ db, now: TEST_NOW }, actorOf(await aPerson(db, { at: operator, roles: ['DAGL'] })));
  });

  function record(details: Partial<AuditEvent>, context = dina): Promise<void> {
    const event = { action: 'thing.changed', subjectType: 'thing', subjectId: 'x', ...details };
    return db.transaction((tx) => recordAudit(tx, context, event));
  }

  it('is read by the operator in pages and by kind, and by nobody else', async () => {
    for (let count = 0; count < 60; count += 1) {
      await record({ action: count % 2 ? 'scope.created' : 'client.created', subjectId: `${count}` });
    }
    const prefixes = ['scope.', 'client.'];
    const first = await listAudit(dina, { prefixes });
    expect(first.items).toHaveLength(50);
    expect(first.items[0]).toMatchObject({ subjectId: '59' });
    expect((await listAudit(dina, { prefixes, before: first.next })).items).toHaveLength(10);
    expect((await listAudit(dina, { prefixes: ['scope.'] })).items).toHaveLength(30);
    await expect(listAudit(as(dina, actorOf(manager)))).rejects.toMatchObject({ status: 403 });
    await expect(listAudit(as(dina, { kind: 'anonymous' }))).rejects.toMatchObject({ status: 401 });
  });

  it('shows what happened last first, also what was written down before something older', async () => {
    const later = { ...dina, now: new Date(TEST_NOW.getTime() + 1000) };
    await record({ action: 'order.checked', subjectId: 'second' }, later);
    await record({ action: 'order.checked', subjectId: 'first' });
    const { items } = await listAudit(dina, { prefixes: ['order.'] });
    expect(items.map(({ subjectId }) => subjectId)).toEqual(['second', 'first']);
  });

  it.each(['partyOrgNo', 'vendorOrgNo', 'ownerOrgNo', 'onBehalfOf'])('finds an organisation as %s', async (side) => {
    const concerned = await anOrganisation(db);
    await record({ [side]: concerned.orgNo });
    await record({ [side]: vendor.orgNo });
    for (const party of [concerned.orgNo, concerned.orgNo.replace(/(...)(...)/, '$1 $2 '), concerned.name]) {
      const { items } = await listAudit(dina, { party });
      expect(items).toMatchObject([{ [side]: concerned.orgNo }]);
    }
    expect((await listAudit(dina, { party: 'nobody is called this' })).items).toEqual([]);
  });

  it('tells once of what concerns an organisation in several ways, page by page', async () => {
    const { orgNo } = await anOrganisation(db);
    for (let subject = 0; subject < 5; subject += 1) {
      await record({
        subjectId: `several-${subject}`,
        ...(subject % 2 ? { ownerOrgNo: orgNo } : { vendorOrgNo: orgNo }),
        onBehalfOf: orgNo,
      });
    }
    const first = await listAudit(dina, { party: orgNo, limit: 3 });
    const second = await listAudit(dina, { party: orgNo, limit: 3, before: first.next });
    const seen = [...first.items, ...second.items].map(({ subjectId }) => subjectId);
    expect(seen).toEqual(['several-4', 'several-3', 'several-2', 'several-1', 'several-0']);
    expect(second.next).toBeUndefined();
  });

  it('finds what concerns any of many organisations that are called alike', async () => {
    const many: Organisation[] = [];
    for (let index = 0; index < 12; index += 1) many.push(await anOrganisation(db, { name: `TVILLING ${index} AS` }));
    for (const { orgNo } of many) await record({ ownerOrgNo: orgNo });
    const found = async (party: string) => (await listAudit(dina, { party })).items.map(({ ownerOrgNo }) => ownerOrgNo);
    expect(await found('tvilling')).toEqual(many.map(({ orgNo }) => orgNo).reverse());
    expect(await found('tvilling 1')).toEqual([11, 10, 1].map((index) => many[index]?.orgNo));
  });

  it('finds a thing by its id, and things by a part of theirs where nothing is called so', async () => {
    for (const subjectId of ['part', 'part/one', 'part/two']) await record({ subjectId });
    const found = async (about: string) => (await listAudit(dina, { about })).items.map(({ subjectId }) => subjectId);
    expect(await found('part')).toEqual(['part']);
    expect(await found('PART/')).toEqual(['part/two', 'part/one']);
  });

  it('names the organisations and people of a page, and a machine by its organisation', async () => {
    const machine = as(dina, anOrganisationActor({ orgNo: vendor.orgNo }));
    await record({ action: 'names.sides', partyOrgNo: operator.orgNo }, machine);
    await record({ action: 'names.party', subjectType: 'party', subjectId: manager.uuid });
    await record({ action: 'names.agreement', subjectType: 'agreement', subjectId: vendor.orgNo });
    const { items, names } = await listAudit(dina, { prefixes: ['names.'] });
    expect(Object.fromEntries(names)).toEqual({
      [operator.orgNo]: operator.name,
      [vendor.orgNo]: vendor.name,
      [manager.uuid]: manager.name,
    });
    expect(items.at(-1)).toMatchObject({ action: 'names.sides', actorName: vendor.name });
  });
});
