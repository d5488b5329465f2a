import { describe, expect, it } from 'vitest';
import { recordAudit } from '../audit/record.ts';
import { env } from '../config/env.ts';
import { storeCatalogue } from '../resources/access-packages/store-catalogue.ts';
import { as, TEST_NOW } from '../testing/context.ts';
import { actorOf, anOrganisation, aPerson } from '../testing/parties.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { listAudit } from './list-audit.ts';

describe.each(ENGINES)('the audit trail on %s', (engine) => {
  it('is read whole by the operator, filtered and in pages, and by nobody else', async () => {
    const { db } = await openTestDatabase(engine);
    await db.transaction((tx) => storeCatalogue(tx, TEST_NOW));
    const operator = await anOrganisation(db, { orgNo: env().OPERATOR_ORG_NO });
    const other = await anOrganisation(db);
    const dina = as({ db, now: TEST_NOW }, actorOf(await aPerson(db, { at: operator, roles: ['DAGL'] })));
    const pia = as(dina, actorOf(await aPerson(db, { at: other, roles: ['DAGL'] })));
    await db.transaction(async (tx) => {
      for (let count = 0; count < 60; count += 1) {
        const vendorOrgNo = count === 0 ? other.orgNo : undefined;
        await recordAudit(tx, dina, {
          action: count % 2 ? 'scope.created' : 'client.created',
          subjectType: 'x',
          subjectId: `${count}`,
          vendorOrgNo,
        });
      }
    });
    const first = await listAudit(dina);
    expect(first.items).toHaveLength(50);
    expect(first.items[0]).toMatchObject({ subjectId: '59' });
    expect((await listAudit(dina, { before: first.next })).items).toHaveLength(10);
    expect((await listAudit(dina, { action: 'scope' })).items).toHaveLength(30);
    expect((await listAudit(dina, { orgNo: other.orgNo })).items).toMatchObject([{ subjectId: '0' }]);
    await expect(listAudit(pia)).rejects.toMatchObject({ status: 403 });
    await expect(listAudit(as(dina, { kind: 'anonymous' }))).rejects.toMatchObject({ status: 401 });
  });
});
