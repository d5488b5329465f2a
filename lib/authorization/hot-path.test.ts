import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authorization } from '#app/(altinn)/authorization/api/v1/[[...path]]/endpoints.ts';
import type { Db } from '#db/open.ts';
import { replaceDatabase } from '../context/database.ts';
import { foldKeys } from '../http/fold-keys.ts';
import type { Organisation } from '../parties/model.ts';
import { findSystemUser } from '../systemusers/find-system-user.ts';
import { aCategory, aProtectedResource, aServiceOwner, aXacmlRequest } from '../testing/authorization.ts';
import { call } from '../testing/call.ts';
import { as, TEST_NOW } from '../testing/context.ts';
import { countQueries } from '../testing/count-queries.ts';
import { anOrganisation } from '../testing/parties.ts';
import { aSystem, aSystemUser } from '../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { authorize } from './authorize.ts';
import { flushDecisions, stampDecision } from './last-decisions.ts';
import { xacmlRequest } from './schema.ts';

const PACKAGE = 'urn:altinn:accesspackage:krav-og-utlegg';
const ACTION = 'urn:oasis:names:tc:xacml:1.0:action:action-id';
const ORG_NO = 'urn:altinn:organization:identifier-no';

/** The most queries that one decision about a system user may take, whatever the data. */
const QUERIES_MAX = 1;

describe.each(ENGINES)('the path of a decision on %s', (engine) => {
  let db: Db;
  let customer: Organisation;
  let resourceId: string;
  let userId: string;

  beforeEach(async () => {
    const database = await openTestDatabase(engine);
    replaceDatabase(database);
    ({ db } = database);
    customer = await anOrganisation(db);
    resourceId = await aProtectedResource(db);
    userId = (await aSystemUser(db, { system: await aSystem(db), party: customer, packages: [PACKAGE] })).id;
  });

  afterEach(() => replaceDatabase(undefined));

  const aRequest = () =>
    aXacmlRequest({
      subject: { 'urn:altinn:systemuser:uuid': userId },
      resource: { 'urn:altinn:resource': resourceId, [ORG_NO]: customer.orgNo },
    });

  /** Asks and counts the queries that it takes. */
  async function queriesOf(body: unknown): Promise<number> {
    const counting = countQueries(db);
    const context = as({ db: counting.db, now: TEST_NOW }, aServiceOwner());
    const { response } = await authorize(context, async () => foldKeys(xacmlRequest, body));
    expect(response.every(({ decision }) => decision === 'Permit')).toBe(true);
    return counting.count();
  }

  it('takes a bounded number of queries, however many system users and clients there are', async () => {
    await queriesOf(aRequest());
    const few = await queriesOf(aRequest());
    const system = await aSystem(db);
    for (let index = 0; index < 30; index += 1) {
      await aSystemUser(db, { system, party: customer, externalRef: `ref-${index}`, packages: [PACKAGE] });
    }
    expect(few).toBeLessThanOrEqual(QUERIES_MAX);
    expect(await queriesOf(aRequest())).toBe(few);
  });

  it('looks things up once for all parts of a multi-request', async () => {
    const few = await queriesOf(aRequest());
    const references = Array.from({ length: 50 }, () => ({ ReferenceId: ['s1', 'a1', 'r1'] }));
    const batch = { Request: { ...aRequest().Request, MultiRequests: { RequestReference: references } } };
    expect(await queriesOf(batch)).toBeLessThanOrEqual(few);
  });

  it('stamps the system user behind the answer, and never backwards', async () => {
    await queriesOf(aRequest());
    const earlier = new Date(TEST_NOW.getTime() - 60_000);
    stampDecision(db, userId, TEST_NOW);
    await flushDecisions(db);
    const before = await findSystemUser(db, userId);
    expect(before?.lastDecisionAt).toEqual(TEST_NOW);
    stampDecision(db, userId, earlier);
    await flushDecisions(db);
    expect(await findSystemUser(db, userId)).toEqual(before);
  });

  it('writes no second stamp within a minute, and one after it', async () => {
    await queriesOf(aRequest());
    const at = (milliseconds: number) => new Date(TEST_NOW.getTime() + 3_600_000 + milliseconds);
    const stampedAt = async (when: Date) => {
      stampDecision(db, userId, when);
      await flushDecisions(db);
      return (await findSystemUser(db, userId))?.lastDecisionAt;
    };
    expect(await stampedAt(at(0))).toEqual(at(0));
    expect(await stampedAt(at(59_999))).toEqual(at(0));
    expect(await stampedAt(at(60_000))).toEqual(at(60_000));
  });

  it('writes a stamp at the next use when the last write failed', async () => {
    let isAway = true;
    const broken: Db = {
      ...db,
      transaction: (work) => (isAway ? Promise.reject(new Error('away')) : db.transaction(work)),
    };
    stampDecision(broken, userId, TEST_NOW);
    await expect(flushDecisions(broken)).rejects.toThrow('away');
    isAway = false;
    const next = new Date(TEST_NOW.getTime() + 1);
    stampDecision(broken, userId, next);
    await flushDecisions(broken);
    expect((await findSystemUser(db, userId))?.lastDecisionAt).toEqual(next);
  });

  const many = <Entry>(entry: Entry): readonly Entry[] => Array.from({ length: 10_000 }, () => entry);

  it.each([
    ['references', { MultiRequests: { RequestReference: many({ ReferenceId: ['s1', 'a1', 'r1'] }) } }],
    ['ids in a reference', { MultiRequests: { RequestReference: [{ ReferenceId: many('s1') }] } }],
    ['subjects', { AccessSubject: many({ Id: 's1' }) }],
    ['attributes of a subject', { AccessSubject: [{ Attribute: many({ AttributeId: 'a', Value: 'b' }) }] }],
    ['attributes of another category', { Category: [{ Attribute: many({ AttributeId: 'a', Value: 'b' }) }] }],
  ])('D10 refuses ten thousand %s in one request with 400, before it looks anything up', async (_, parts) => {
    const body = { Request: { ...aRequest().Request, ...parts } };
    const { status, body: problem } = await call(authorization, db, asker(), ['POST', 'authorize', body]);
    expect(status).toBe(400);
    expect(Object.values((problem as { errors: object }).errors)).toEqual([['At most 1000 entries are allowed.']]);
  });

  it('D11 takes no prototype from a body', async () => {
    const text = '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"Request":{"__proto__":{"x":1}}}';
    const { status } = await call(authorization, db, asker(), ['POST', 'authorize', text]);
    expect(status).toBe(200);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('answers over HTTP: 200 whatever makes no sense, 400 for what is no JSON, 401 and 403 before both', async () => {
    const post = (body: unknown, actor = asker()) => call(authorization, db, actor, ['POST', 'authorize', body]);
    expect(await post(aRequest())).toMatchObject({ status: 200, body: { response: [{ decision: 'Permit' }] } });
    expect(await post({})).toMatchObject({ status: 200, body: { response: [{ decision: 'Indeterminate' }] } });
    for (const nonsense of ['', '{', 'null', '[]', '"x"']) expect((await post(nonsense)).status).toBe(400);
    const stranger = { ...asker(), scopes: new Set<string>() };
    expect(await post('{', stranger)).toMatchObject({ status: 403, text: '' });
    const nobody = await call(authorization, db, { kind: 'anonymous' }, ['POST', 'authorize', '{']);
    expect(nobody).toMatchObject({ status: 401, text: '' });
  });

  it('tells no trace to callers of the PDP', async () => {
    const asked = { ...aRequest().Request, Action: [aCategory('a1', { [ACTION]: 'write' })] };
    const { text } = await call(authorization, db, asker(), ['POST', 'authorize', { Request: asked }]);
    expect(text).not.toContain('DAGL');
    expect(text).not.toContain('krav-og-utlegg');
  });

  /** The owner of the resources that these tests make. */
  const asker = () => aServiceOwner();
});
