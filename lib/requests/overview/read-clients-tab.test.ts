import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import type { Context } from '../../context/context.ts';
import { ROWS_PER_PAGE } from '../../kernel/pages.ts';
import { giveRole } from '../../parties/create-party.ts';
import type { Organisation } from '../../parties/model.ts';
import { addClient } from '../../systemusers/clients/add-client.ts';
import type { AgentKey } from '../../systemusers/clients/open-agent.ts';
import { as, TEST_NOW } from '../../testing/context.ts';
import { walkPages } from '../../testing/pages.ts';
import { actorOf, anOrganisation, aPerson } from '../../testing/parties.ts';
import { aListedPackage, aSystem, aSystemUser } from '../../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { readClientsTab } from './read-clients-tab.ts';

describe.each(ENGINES)('the clients of an agent on %s', (engine) => {
  let db: Db;
  let administrator: Context;
  let key: AgentKey;
  let owner: Organisation;
  const clients: Organisation[] = [];

  beforeAll(async () => {
    ({ db } = await openTestDatabase(engine));
    owner = await anOrganisation(db);
    const kladm = actorOf(await aPerson(db, { at: owner, roles: ['KLADM'] }));
    administrator = as({ db, now: TEST_NOW }, kladm);
    const tax = await aListedPackage(db);
    const brings = { role: 'regnskapsforer', packageUrn: tax, hasAccess: true, mayDelegate: true };
    await db.insert(db.tables.rolePackages).values(brings);
    const user = await aSystemUser(db, {
      system: await aSystem(db),
      party: owner,
      userType: 'agent',
      packages: [tax],
    });
    key = { party: { uuid: owner.uuid }, systemUserId: user.id };
    // Pairs of one name, in the order of the Norwegian alphabet: aa is å.
    for (const first of ['Berg', 'Ås', 'Aas']) {
      for (let count = 0; count < ROWS_PER_PAGE; count += 1) {
        const name = `${first} ${String(Math.floor(count / 2)).padStart(2, '0')} AS`;
        clients.push(await aClientOf(name));
      }
    }
  });

  async function aClientOf(name: string): Promise<Organisation> {
    const client = await anOrganisation(db, { name });
    const given = { fromUuid: client.uuid, toUuid: owner.uuid, role: 'regnskapsforer', at: TEST_NOW };
    await db.transaction((tx) => giveRole(tx, given));
    return client;
  }

  const connect = ({ uuid }: Organisation) =>
    addClient(administrator, { ...key, providerUuid: owner.uuid, clientUuid: uuid });

  it('are read to the end in pages by name, also when the last one of a page is connected meanwhile', async () => {
    const gone: string[] = [];
    const seen = await walkPages(
      async (after) => (await readClientsTab(administrator, key, { query: '', after: { eligible: after } })).eligible,
      ({ uuid }) => uuid,
      async () => {
        const { rows } = (await readClientsTab(administrator, key, { query: '' })).eligible;
        const last = rows.at(-1);
        if (last) await connect(last);
        gone.push(last?.uuid ?? '');
      },
    );
    expect(seen).toHaveLength(clients.length);
    expect(new Set(seen)).toEqual(new Set(clients.map(({ uuid }) => uuid)));
    const names = seen.map((uuid) => clients.find((client) => client.uuid === uuid)?.name ?? '');
    expect(names).toEqual([...names].sort(new Intl.Collator('nb').compare));
    const tab = await readClientsTab(administrator, key, { query: '' });
    expect([tab.connected.total, tab.eligible.total]).toEqual([gone.length, clients.length - gone.length]);
  });

  it('are found by name and number, and counted as they are found', async () => {
    const [one] = clients;
    const found = async (query: string) => {
      const { connected, eligible } = await readClientsTab(administrator, key, { query });
      return connected.total + eligible.total;
    };
    expect(await found(one?.orgNo ?? '')).toBe(1);
    expect(await found('berg 00')).toBe(2);
    expect(await found('nobody')).toBe(0);
  });
});
