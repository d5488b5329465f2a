import { describe, expect, it } from 'vitest';
import { TEST_NOW } from '../testing/context.ts';
import { countQueries } from '../testing/count-queries.ts';
import { actorOf, anOrganisation, aPerson } from '../testing/parties.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { areasOf, ownPagesOf } from './areas.ts';

describe.each(ENGINES)('what menus offer on %s', (engine) => {
  it.each([
    ['access manager', 'ADMAI', ['systemUsers', 'requests', 'delegations', 'activity'], ['organisation']],
    ['client administrator', 'KLADM', ['systemUsers', 'requests'], ['organisation']],
    ['technician', 'TEKN', ['requests', 'delegations'], ['organisation', 'owner']],
    ['employee', 'ANSATT', ['requests'], ['organisation']],
  ] as const)('is what the %s of a service owner may open', async (_, role, pages, areas) => {
    const { db } = await openTestDatabase(engine);
    await db.insert(db.tables.rolePackages).values({
      role: 'TEKN',
      packageUrn: 'urn:altinn:accesspackage:maskinporten-administrator',
      hasAccess: true,
      mayDelegate: false,
    });
    const organisation = await anOrganisation(db, { orgCode: 'ttd' });
    const actor = actorOf(await aPerson(db, { at: organisation, roles: [role] }));
    const counting = countQueries(db);
    const who = { context: { db: counting.db, now: TEST_NOW, actor }, organisation };
    expect(await ownPagesOf(who)).toEqual(pages);
    expect(counting.count(), 'queries for what a person holds').toBeLessThanOrEqual(4);
    expect(await areasOf(who)).toEqual(areas);
  });
});
