import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { DAY_MS } from '../kernel/durations.ts';
import { giveRole } from '../parties/create-party.ts';
import { addClient } from '../systemusers/clients/add-client.ts';
import { clientDelegationsOf } from '../systemusers/clients/client-delegations.ts';
import { as, TEST_NOW } from '../testing/context.ts';
import { actorOf, anOrganisation, aPerson } from '../testing/parties.ts';
import {
  anApprovedRequest,
  approveChange,
  aRequest,
  aRequestOf,
  aRequestStory,
  type RequestStory,
} from '../testing/requests.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { createChangeRequest } from './create-change-request.ts';
import { createRequest } from './create-request.ts';
import { selectChangeRequests } from './store.ts';
import { withdrawAgentSystemUser, withdrawSystemUser } from './withdraw-system-user.ts';

/** Enough for two that run at once to meet in every order. */
const ROUNDS = 5;

describe.each(ENGINES)('at the same moment on %s', (engine) => {
  const { PENDING_REQUESTS_MAX } = env();
  let db: Db;
  let story: RequestStory;

  beforeAll(async () => {
    ({ db } = await openTestDatabase(engine));
    story = await aRequestStory(db);
  });
  afterEach(() => {
    Object.assign(env(), { PENDING_REQUESTS_MAX });
  });

  const at = (actor: Parameters<typeof as>[1], now = TEST_NOW) => as({ db, now }, actor);
  const party = () => ({ uuid: story.customer.uuid });
  const change = (systemUserId: string) =>
    createChangeRequest(at(story.vendor), {
      correlationId: randomUUID(),
      systemUserId,
      requiredRights: [],
      unwantedRights: [],
      requiredAccessPackages: [],
      unwantedAccessPackages: [story.packageUrn],
    });

  it('a system user ends and a change of it is asked for: nobody is left with a change of what has ended', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = await anApprovedRequest(story);
      const [, withdrawn] = await Promise.allSettled([
        change(id),
        withdrawSystemUser(at(story.pia), { party: party(), systemUserId: id }),
      ]);
      expect(withdrawn.status).toBe('fulfilled');
      expect(await selectChangeRequests(db, { systemUserIds: [id] })).toEqual([]);
    }
  });

  it('a system user ends and its change is approved: the one that comes later finds what the other left', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = await anApprovedRequest(story);
      const asked = await change(id);
      if (asked.outcome === 'no-change-needed') throw new Error('The change asks for nothing.');
      const [approved, withdrawn] = await Promise.allSettled([
        approveChange(story, asked.request),
        withdrawSystemUser(at(story.pia), { party: party(), systemUserId: id }),
      ]);
      expect(withdrawn.status).toBe('fulfilled');
      if (approved.status === 'rejected') expect(approved.reason).toMatchObject({ code: 'AUTH-00010' });
      const left = await selectChangeRequests(db, { systemUserIds: [id] });
      expect(left.map(({ status }) => status)).toEqual(approved.status === 'fulfilled' ? ['Accepted'] : []);
    }
  });

  it('an agent ends and gets a client: one of the two is refused', async () => {
    const administrator = actorOf(await aPerson(db, { at: story.customer, roles: ['DAGL', 'KLADM'] }));
    const client = await anOrganisation(db);
    await db
      .insert(db.tables.rolePackages)
      .values({ role: 'regnskapsforer', packageUrn: story.clientPackageUrn, hasAccess: true, mayDelegate: true });
    await db.transaction((tx) =>
      giveRole(tx, { fromUuid: client.uuid, toUuid: story.customer.uuid, role: 'regnskapsforer', at: TEST_NOW }),
    );
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = await anApprovedRequest(story, { kind: 'agent' });
      const key = { party: party(), systemUserId: id };
      const [added, withdrawn] = await Promise.allSettled([
        addClient(at(administrator), { ...key, providerUuid: story.customer.uuid, clientUuid: client.uuid }),
        withdrawAgentSystemUser(at(story.pia), key),
      ]);
      expect([added.status, withdrawn.status].sort()).toEqual(['fulfilled', 'rejected']);
      if (withdrawn.status === 'rejected') expect(withdrawn.reason).toMatchObject({ code: 'AUTH-00035' });
      expect(await clientDelegationsOf(db, id)).toHaveLength(added.status === 'fulfilled' ? 1 : 0);
    }
  });

  it('a request whose deadline has passed is asked for again several times: all get the one new request', async () => {
    const late = new Date(TEST_NOW.getTime() + (env().REQUEST_EXPIRY_DAYS + 1) * DAY_MS);
    for (let round = 0; round < ROUNDS; round += 1) {
      const { externalRef } = await aRequest(story);
      const asked = await Promise.all(
        Array.from({ length: 4 }, () => createRequest(at(story.vendor, late), aRequestOf(story, { externalRef }))),
      );
      expect(asked.filter(({ created }) => created)).toHaveLength(1);
      expect(new Set(asked.map(({ request }) => request.id)).size).toBe(1);
    }
  });

  it('REQ-00002 a request and a change are asked for, and only one more may wait', async () => {
    const customer = await anOrganisation(db);
    const pia = actorOf(await aPerson(db, { at: customer, roles: ['DAGL'] }));
    const other = { ...story, customer, pia };
    const { id } = await anApprovedRequest(other);
    for (let waiting = 0; waiting < ROUNDS; waiting += 1) {
      Object.assign(env(), { PENDING_REQUESTS_MAX: waiting + 1 });
      const asked = await Promise.allSettled([aRequest(other), change(id)]);
      const refused = asked.filter((outcome) => outcome.status === 'rejected');
      expect(refused.map(({ reason }) => reason.code)).toEqual(['REQ-00002']);
    }
  });
});
