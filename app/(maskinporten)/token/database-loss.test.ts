import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#db/open.ts';
import { now } from '#lib/context/clock.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import {
  aClientWithKey,
  aGrant,
  anAccess,
  aScope,
  aSystemUserDetail,
  aTokenRequest,
  TEST_CUSTOMER,
  TEST_SCOPE,
  TEST_VENDOR,
  type TestClient,
} from '#lib/testing/maskinporten.ts';
import { anOrganisation } from '#lib/testing/parties.ts';
import { aSystem, aSystemUser } from '#lib/testing/systems.ts';
import { newTestDatabaseUrl } from '#lib/testing/test-database.ts';
import { token } from './endpoints.ts';

const SERVER = process.env.TEST_POSTGRES_URL;

const endings: (() => unknown)[] = [];
afterEach(async () => {
  replaceDatabase(undefined);
  for (const end of endings.splice(0).reverse()) await end();
});

function open(url: string): Database {
  const database = openDatabase(url);
  endings.push(() => database.close());
  return database;
}

/** A client that may act for a customer in both ways: by delegation, and as its system user. */
async function aClient({ db }: Database): Promise<TestClient> {
  const client = await aClientWithKey(db);
  await aScope(db, { delegationSource: 'https://www.altinn.no/' });
  for (const orgNo of [TEST_VENDOR, TEST_CUSTOMER]) await anAccess(db, TEST_SCOPE, orgNo);
  const delegation = { consumerOrgNo: TEST_CUSTOMER, supplierOrgNo: TEST_VENDOR, scope: TEST_SCOPE };
  await db.insert(db.tables.scopeDelegations).values({ ...delegation, resourceId: 'an-api', createdAt: now() });
  const system = await aSystem(db, { vendorOrgNo: TEST_VENDOR, clientIds: [client.clientId] });
  await aSystemUser(db, { system, party: await anOrganisation(db, { orgNo: TEST_CUSTOMER }) });
  return client;
}

const post = (assertion: string) => token.handlers.POST(aTokenRequest(assertion));

async function expectUnavailable(answer: Response): Promise<void> {
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await answer.json()).toEqual({
    error: 'temporarily_unavailable',
    error_description: expect.stringMatching(/^[^:]* \(trace_id: [0-9a-f]{32}\)$/),
    error_uri: expect.stringMatching(/\/errors\/[\w-]+$/),
  });
}

/** A way to the server that can be cut and mended. */
async function aBreakableWay(target: { readonly host: string; readonly port: number }) {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target.port, target.host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  endings.push(cut);
  return { port, cut, mend: () => listen(port) };
}

describe.runIf(SERVER)('the token endpoint, when its database is lost', () => {
  it('F4 answers 503 and when to come back, and serves the same grant once the database is there again', async () => {
    const url = new URL(await newTestDatabaseUrl('postgresql'));
    const way = await aBreakableWay({ host: url.hostname, port: Number(url.port) });
    url.port = String(way.port);
    const database = open(url.href);
    replaceDatabase(database);
    const client = await aClient(database);
    expect((await post(aGrant(client, { now: now() }))).status).toBe(200);
    await way.cut();
    const grants = Array.from({ length: 5 }, () => aGrant(client, { now: now() }));
    for (const answer of await Promise.all(grants.map(post))) await expectUnavailable(answer);
    await way.mend();
    for (const answer of await Promise.all(grants.map(post))) expect(answer.status).toBe(200);
  });

  it.each([
    ['19, the delegation', 'scope_delegations', { consumer_org: TEST_CUSTOMER }],
    ['23, the system user', 'system_users', { authorization_details: [aSystemUserDetail()] }],
  ])('answers by rule 24 when it is lost at rule %s, and gives the grant back', async (_rule, table, claims) => {
    const url = await newTestDatabaseUrl('postgresql');
    const database = open(url);
    replaceDatabase(database);
    const client = await aClient(database);
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    endings.push(() => other.end());
    await other.query(`begin; lock table ${table} in access exclusive mode`);
    const grant = aGrant(client, { now: now(), claims });
    const answering = post(grant);
    await endConnectionThatWaits(url);
    await expectUnavailable(await answering);
    await other.query('rollback');
    expect((await post(grant)).status).toBe(200);
    expect(await (await post(grant)).json()).toMatchObject({ error: 'invalid_grant' });
  });
});

/** Ends the connection to this database that waits for a lock, as soon as there is one. */
async function endConnectionThatWaits(url: string): Promise<void> {
  // One of its own: within a transaction PostgreSQL shows the connections that there were when it was first asked.
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  endings.push(() => client.end());
  for (;;) {
    const { rowCount } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rowCount) return;
  }
}
