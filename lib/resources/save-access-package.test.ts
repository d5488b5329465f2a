import { describe, expect, it } from 'vitest';
import { env } from '../config/env.ts';
import { as, TEST_NOW } from '../testing/context.ts';
import { actorOf, anOrganisation, aPerson } from '../testing/parties.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { findAccessPackage } from './access-packages/find-access-package.ts';
import { storeCatalogue } from './access-packages/store-catalogue.ts';
import { saveAccessPackage } from './save-access-package.ts';

const CHANGE = {
  urn: 'urn:altinn:accesspackage:toll',
  name: { nb: 'Tollsaker', nn: 'Tollsaker', en: 'Customs matters' },
  description: { nb: 'a', nn: 'b', en: 'c' },
  isDelegable: false,
  isAssignable: true,
};

describe.each(ENGINES)('the operator’s catalogue on %s', (engine) => {
  it('is changed by the operator alone, with an audit row', async () => {
    const { db } = await openTestDatabase(engine);
    await db.transaction((tx) => storeCatalogue(tx, TEST_NOW));
    const operator = await anOrganisation(db, { orgNo: env().OPERATOR_ORG_NO });
    const other = await anOrganisation(db);
    const dina = actorOf(await aPerson(db, { at: operator, roles: ['DAGL'] }));
    const pia = actorOf(await aPerson(db, { at: other, roles: ['DAGL'] }));
    const context = as({ db, now: TEST_NOW }, dina);
    await expect(saveAccessPackage(as(context, pia), CHANGE)).rejects.toMatchObject({ status: 403 });
    await expect(saveAccessPackage(as(context, { kind: 'anonymous' }), CHANGE)).rejects.toMatchObject({ status: 401 });
    const urn = 'urn:altinn:accesspackage:nothing';
    await expect(saveAccessPackage(context, { ...CHANGE, urn })).rejects.toMatchObject({ status: 404 });
    const name = { nb: 'T\u200Boll', nn: 'a', en: 'b' };
    await expect(saveAccessPackage(context, { ...CHANGE, name })).rejects.toMatchObject({ status: 400 });
    await saveAccessPackage(context, CHANGE);
    expect(await findAccessPackage(db, CHANGE.urn)).toMatchObject(CHANGE);
    expect(await db.select().from(db.tables.auditEvents)).toMatchObject([{ action: 'access-package.updated' }]);
  });
});
