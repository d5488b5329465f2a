import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { now } from '#lib/context/clock.ts';
import { DAY_MS } from '#lib/kernel/durations.ts';
import { findPerson } from '#lib/parties/find-party.ts';
import { readRequestLetter } from '#lib/requests/letter/read-request-letter.ts';
import { findAsker } from '#lib/session/find-asker.ts';
import { as } from '#lib/testing/context.ts';
import { actorOf } from '#lib/testing/parties.ts';
import { ENGINES, newTestDatabaseUrl, openTestDatabase } from '#lib/testing/test-database.ts';
import { type Db, openDatabase } from '../open.ts';
import { TAX_CARD_API, TAX_CARD_SCOPE } from './delegation.ts';
import { ORG, PERSON } from './story.ts';

vi.stubEnv('GUESTS_DIR', mkdtempSync(join(tmpdir(), 'systembruker-guests-')));
const { seedSandbox } = await import('./sandbox.ts');

type Row = {
  readonly state: string;
  readonly who: string;
  readonly reference: string;
  readonly reader: string;
  readonly shown: string;
};

const ROWS: readonly Row[] = readFileSync('db/seed/README.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| .*`/.test(line))
  .map((line) => {
    const [state = '', who = '', reference = '', reader = '', shown = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.replaceAll('`', '').trim());
    return { state, who, reference, reader, shown };
  });

describe.each(ENGINES)('the seed on %s', (engine) => {
  let db: Db;

  beforeAll(async () => {
    ({ db } = await openTestDatabase(engine));
    await seedSandbox(db);
  });

  const idOf = async (reference: string): Promise<string> => {
    const [externalRef = '', isChange] = reference.split(' ');
    const { changeRequests, systemUserRequests } = db.tables;
    const table = isChange ? changeRequests : systemUserRequests;
    const [row] = await db.select({ id: table.id }).from(table).where(eq(table.externalRef, externalRef));
    if (!row) throw new Error(`There is no ${reference}.`);
    return row.id;
  };

  it.each(ROWS)('holds this request: $state, as $who reads it', async ({ who, reference, reader, shown }) => {
    const person = await findPerson(db, { personNo: PERSON[who as keyof typeof PERSON] });
    if (!person) throw new Error(`There is no ${who}.`);
    const letter = await readRequestLetter(as({ db, now: now() }, actorOf(person)), await idOf(reference));
    expect(letter?.reader).toBe(reader);
    const seen =
      letter && letter.reader !== 'stranger'
        ? [
            letter.state,
            ...(letter.obstacle ? [letter.obstacle] : []),
            ...(letter.forwards.length > 0 ? ['sent on'] : []),
          ]
        : [];
    expect(seen.join(', ')).toBe(shown);
  });

  it('tells somebody who is logged out who asks, for whom and until when', async () => {
    const asker = await findAsker(as({ db, now: now() }, { kind: 'anonymous' }), `/requests/${await idOf('elverum')}`);
    expect(asker).toMatchObject({ vendor: 'SmartCloud AS', organisation: 'Rør og Vann AS' });
  });

  it('gives no access before its scope existed, and changes none before it was given', async () => {
    const { scopeAccesses, scopes } = db.tables;
    const rows = await db.select().from(scopeAccesses).innerJoin(scopes, eq(scopes.name, scopeAccesses.scope));
    expect(rows.length).toBeGreaterThan(30);
    const early = rows.filter(
      ({ scope_accesses: access, scopes: scope }) =>
        access.updatedAt < access.createdAt || access.createdAt < scope.createdAt,
    );
    expect(early.map(({ scope_accesses: { scope, consumerOrgNo } }) => `${consumerOrgNo} ${scope}`)).toEqual([]);
  });

  it('registers no system before its client, and no client before its scopes, and lets one key end soon', async () => {
    const { clients, clientKeys, scopes, systemClients, systems } = db.tables;
    const bound = await db
      .select()
      .from(systemClients)
      .innerJoin(systems, eq(systems.internalId, systemClients.systemInternalId))
      .innerJoin(clients, eq(clients.clientId, systemClients.clientId));
    expect(bound.length).toBeGreaterThan(1);
    for (const { systems: system, clients: client } of bound) {
      expect(system.createdAt >= client.createdAt, system.systemId).toBe(true);
    }
    const since = new Map((await db.select().from(scopes)).map(({ name, createdAt }) => [name, createdAt]));
    for (const client of await db.select().from(clients)) {
      for (const scope of client.scopes) {
        expect(client.createdAt >= (since.get(scope) ?? now()), `${client.name} ${scope}`).toBe(true);
      }
    }
    const ends = (await db.select().from(clientKeys)).map(({ expiresAt }) =>
      Math.round((expiresAt.getTime() - now().getTime()) / DAY_MS),
    );
    expect(ends.sort((one, other) => one - other)).toEqual([20, 365, 365, 365]);
  });

  it('describes every scope in bokmål, nynorsk and English', async () => {
    const rows = await db.select().from(db.tables.scopes);
    expect(rows.length).toBeGreaterThan(20);
    for (const { name, details } of rows) {
      expect(details, name).toMatchObject({
        description: expect.stringMatching(/./),
        descriptions: { nn: expect.stringMatching(/./), en: expect.stringMatching(/./) },
      });
    }
  });

  it('holds an API that a customer lets the vendor use, and gives it to a sandbox that was seeded before there was one', async () => {
    const { scopeDelegations, settings, clients, scopeAccesses, scopes, resources } = db.tables;
    const delegated = async () => (await db.select().from(scopeDelegations)).map(({ createdAt: _, ...row }) => row);
    const story = [
      {
        consumerOrgNo: ORG.rorOgVann,
        supplierOrgNo: ORG.smartCloud,
        scope: TAX_CARD_SCOPE,
        resourceId: TAX_CARD_API,
        givenByName: 'Pia Strøm',
      },
    ];
    expect(await delegated()).toEqual(story);
    const before = await db.$count(clients);
    await db.delete(scopeDelegations);
    await seedSandbox(db);
    expect(await delegated()).toEqual([]);
    const asBefore = () => db.update(settings).set({ value: '1' }).where(eq(settings.name, 'seed'));
    await asBefore();
    await seedSandbox(db);
    expect(await delegated(), 'somebody has made such a scope').toEqual([]);
    await db.delete(clients).where(eq(clients.name, 'SmartLønn'));
    await db.delete(scopeAccesses).where(eq(scopeAccesses.scope, TAX_CARD_SCOPE));
    await db.delete(scopes).where(eq(scopes.name, TAX_CARD_SCOPE));
    await db.delete(resources).where(eq(resources.identifier, TAX_CARD_API));
    await asBefore();
    await seedSandbox(db);
    expect(await delegated()).toEqual(story);
    expect(await db.$count(clients)).toBe(before);
  });

  it('is there once when two processes plant it at the same time', async () => {
    const url = await newTestDatabaseUrl(engine);
    const processes = [openDatabase(url), openDatabase(url)];
    await Promise.all(processes.map((one) => seedSandbox(one.db)));
    const [first] = processes;
    expect(await first?.db.$count(first.db.tables.systems)).toBe(await db.$count(db.tables.systems));
    await Promise.all(processes.map((one) => one.close()));
  });

  it('has a row for every state and obstacle that a vendor, an operator or an owner can bring about', () => {
    const shown = new Set(ROWS.flatMap((row) => row.shown.split(', ')));
    for (const state of ['waiting', 'blocked', 'expired', 'approved', 'rejected', 'withdrawn', 'ended']) {
      expect(shown).toContain(state);
    }
    expect(new Set(ROWS.map((row) => row.reader)).size).toBe(4);
  });
});
