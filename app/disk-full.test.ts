import { randomUUID } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findViolations } from '#db/find-violations.ts';
import { openDatabase } from '#db/open.ts';
import { now } from '#lib/context/clock.ts';
import type { Actor } from '#lib/context/context.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import type { Section } from '#lib/http/section.ts';
import { anAdministrator } from '#lib/testing/administration.ts';
import { aServiceOwner, aXacmlRequest } from '#lib/testing/authorization.ts';
import { call } from '#lib/testing/call.ts';
import { aClientWithKey, aGrant, anAccess, aScope, aTokenRequest, TEST_VENDOR } from '#lib/testing/maskinporten.ts';
import { anApprovedRequest, aRequest, aRequestBody, aRequestStory } from '#lib/testing/requests.ts';
import { newTestDatabaseUrl } from '#lib/testing/test-database.ts';
import { systemUserRequests } from './(altinn)/authentication/api/v1/systemuser/request/[[...path]]/endpoints.ts';
import { authorization } from './(altinn)/authorization/api/v1/[[...path]]/endpoints.ts';
import { clients } from './(maskinporten)/api/v1/clients/[[...path]]/endpoints.ts';
import { token } from './(maskinporten)/token/endpoints.ts';
import { health } from './health/[[...path]]/endpoints.ts';

/** More small writes than the pages of any one table have room for. */
const WRITES_MAX = 400;
const PAGES_MAX = 4_294_967_294;

const endings: (() => unknown)[] = [];
afterEach(async () => {
  replaceDatabase(undefined);
  for (const end of endings.splice(0)) await end();
});

/** A database whose file stops growing on demand: SQLite then says what it says on a full disk. */
async function aBoundedDatabase() {
  const opened = new Set<Sqlite.Database>();
  const { pragma } = Sqlite.prototype;
  const spy = vi.spyOn(Sqlite.prototype, 'pragma').mockImplementation(function (this: Sqlite.Database, ...given) {
    opened.add(this);
    return pragma.apply(this, given);
  });
  const database = openDatabase(await newTestDatabaseUrl('sqlite'));
  spy.mockRestore();
  replaceDatabase(database);
  endings.push(() => database.close());
  const allow = (pages: number) =>
    [...opened].filter(({ open }) => open).map((one) => one.pragma(`max_page_count = ${pages}`));
  return { db: database.db, fill: () => allow(1), makeRoom: () => allow(PAGES_MAX) };
}

/** Writes until it is refused. @returns how many went well, and the refusal */
async function untilRefused<Given extends { readonly status: number }>(write: () => Promise<Given>) {
  for (let written = 0; written < WRITES_MAX; written += 1) {
    const refused = await write();
    if (refused.status >= 300) return { written, refused };
  }
  throw new Error('There was always room.');
}

describe('a full disk', () => {
  it('F3 refuses writes in the words of each family, goes on reading and deciding, and is forgotten when there is room', async () => {
    const { db, fill, makeRoom } = await aBoundedDatabase();
    const story = await aRequestStory(db);
    const waiting = await aRequest(story);
    const { id } = await anApprovedRequest(story);
    const client = await aClientWithKey(db);
    await anAccess(db, await aScope(db), client.orgNo);
    const as = (section: Section, actor: Actor) => (method: 'GET' | 'POST', path: string, body?: unknown) =>
      call(section, db, actor, [method, path, body]);
    const vendor = as(systemUserRequests, story.vendor);
    const ask = () => vendor('POST', 'vendor', aRequestBody(story, { externalRef: randomUUID() }));
    const approve = () => as(systemUserRequests, story.pia)('POST', `${story.customer.partyId}/${waiting.id}/approve`);
    let lastGrant = '';
    const grant = (assertion = aGrant(client, { now: now() })) => {
      lastGrant = assertion;
      return token.handlers.POST(aTokenRequest(assertion));
    };
    const create = () => as(clients, anAdministrator(TEST_VENDOR))('POST', '', { client_name: 'Regnskap' });
    const decide = () =>
      as(authorization, aServiceOwner())(
        'POST',
        'authorize',
        aXacmlRequest({
          subject: { 'urn:altinn:systemuser:uuid': id },
          resource: {
            'urn:altinn:resource': story.resourceId,
            'urn:altinn:organization:identifier-no': story.customer.orgNo,
          },
        }),
      );
    const isReady = () => as(health, { kind: 'anonymous' })('GET', 'ready');
    const { settings } = db.tables;
    await Promise.all([ask(), grant(), create(), decide()]);

    fill();
    await untilRefused(async () => {
      const row = { name: randomUUID(), value: '' };
      return db
        .insert(settings)
        .values(row)
        .then(
          () => ({ status: 200 }),
          () => ({ status: 503 }),
        );
    });
    const asked = await untilRefused(ask);
    expect(asked.refused).toMatchObject({ status: 503, body: { status: 503, title: 'Service Unavailable' } });
    const created = await untilRefused(create);
    expect(created.refused).toMatchObject({ status: 503, body: { error: 'temporarily_unavailable' } });
    const granted = await untilRefused(grant);
    expect(await granted.refused.json()).toMatchObject({ error: 'temporarily_unavailable' });
    expect(granted.refused.status).toBe(503);
    const unready = await isReady();
    expect(unready).toMatchObject({ status: 503, body: { status: 'degraded', reason: 'disk-full' } });
    for (const { headers } of [asked.refused, created.refused, granted.refused, unready]) {
      expect(headers.get('retry-after')).toBe('2');
    }
    expect(await vendor('GET', `vendor/${waiting.id}`)).toMatchObject({ status: 200, body: { status: 'New' } });
    expect(await decide()).toMatchObject({ status: 200, body: { response: [{ decision: 'Permit' }] } });
    expect(await findViolations(db)).toEqual([]);
    const { systemUserRequests: table } = db.tables;
    expect(await db.$count(table)).toBe(3 + asked.written);

    makeRoom();
    expect(await isReady()).toMatchObject({ status: 200 });
    expect(await ask()).toMatchObject({ status: 201 });
    expect(await approve()).toMatchObject({ status: 200 });
    expect(await create()).toMatchObject({ status: 200 });
    expect((await grant(lastGrant)).status).toBe(200);
    expect(await findViolations(db)).toEqual([]);
  });
});
