import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import type { PersonActor } from '../../context/context.ts';
import { DAY_MS } from '../../kernel/durations.ts';
import { findServicesToSign } from '../../resources/services-to-sign.ts';
import { aProtectedResource } from '../../testing/authorization.ts';
import { as, TEST_NOW } from '../../testing/context.ts';
import { anOrganisation } from '../../testing/parties.ts';
import {
  aChangeRequest,
  anApprovedRequest,
  approveChange,
  aRequest,
  aRequestStory,
  type RequestStory,
} from '../../testing/requests.ts';
import { aListedPackage, aRight, aSystem, aSystemUser } from '../../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { approveRequest } from '../approve-request.ts';
import { forwardRequest, remindRequest } from '../forwarding/forward-request.ts';
import { countWaitingRequests, listRequests } from '../overview/list-requests.ts';
import { listVendorRequests, readVendorTimeline } from '../overview/list-vendor-requests.ts';
import { redirectTarget, toResultUrl, toUndecidedUrl } from '../redirect.ts';
import { rejectRequest } from '../reject-request.ts';
import { withdrawRequest } from '../withdraw-request.ts';
import { withdrawSystemUser } from '../withdraw-system-user.ts';
import { describeLines } from './describe-lines.ts';
import type { OpenLetter } from './model.ts';
import { readRequestLetter } from './read-request-letter.ts';

describe.each(ENGINES)('the letter on %s', (engine) => {
  let db: Db;
  let story: RequestStory;

  beforeAll(async () => {
    ({ db } = await openTestDatabase(engine));
    story = await aRequestStory(db);
  });

  const at = (actor: PersonActor, now = TEST_NOW) => as({ db, now }, actor);
  const read = async (id: string, actor: PersonActor = story.pia, now = TEST_NOW): Promise<OpenLetter> => {
    const letter = await readRequestLetter(at(actor, now), id);
    if (!letter || letter.reader === 'stranger') throw new Error('The letter is sealed.');
    return letter;
  };
  const partyOf = (scene: RequestStory) => ({ uuid: scene.customer.uuid });

  it('says to whoever holds everything that it can be approved, with the services in words', async () => {
    const letter = await read((await aRequest(story, { redirectUrl: 'https://vendor.example/receipt?x=1' })).id);
    expect(letter).toMatchObject({ reader: 'may-approve', state: 'waiting', redirectHost: 'vendor.example' });
    expect(letter.vendor.name).toBe(`TEST ${story.vendor.orgNo}`);
    expect(letter.added.rights).toMatchObject([
      { resourceId: story.resourceId, actions: ['read', 'write'], given: ['read', 'write'], canGive: true, whoCan: [] },
    ]);
    expect(letter.added.packages).toMatchObject([{ urn: story.packageUrn, canGive: true }]);
    expect(letter.deadline.getTime() - letter.request.createdAt.getTime()).toBe(180 * DAY_MS);
  });

  describe('B31 a vendor that calls itself something else', () => {
    const TITLE = 'SKATTEETATEN – kontroll';
    const named = async (differences: Parameters<typeof aRequest>[1]) => read((await aRequest(story, differences)).id);

    beforeAll(() => anOrganisation(db, { name: 'SKATTEETATEN', orgCode: 'skd' }));

    it('stands under its name and number in the register; the title is nothing but its own label', async () => {
      const letter = await named({ integrationTitle: TITLE });
      const expected = { name: `TEST ${story.vendor.orgNo}`, orgNo: story.vendor.orgNo };
      expect(letter.vendor).toMatchObject(expected);
      const { rows } = await listRequests(at(story.pia), { partyUuid: story.customer.uuid, tab: 'waiting' });
      expect(rows[0]).toMatchObject({ vendor: expected, systemName: story.system.name });
    });

    it.each([
      { integrationTitle: TITLE },
      { integrationTitle: 'Melding fra Skatteetaten' },
      { externalRef: 'skatteetaten-2026' },
    ])('is told from the service owner whose name it uses in %j', async (differences) => {
      expect((await named(differences)).borrowedName).toBe('SKATTEETATEN');
    });

    it('is told from the service owner whose name its system has', async () => {
      const name = { nb: 'Skatteétaten', nn: 'X', en: 'X' };
      const { systemId } = await aSystem(db, { vendorOrgNo: story.vendor.orgNo, name, rights: story.system.rights });
      expect((await named({ systemId, accessPackages: [] })).borrowedName).toBe('SKATTEETATEN');
    });

    it('is not warned of for words of its own, or for its own name', async () => {
      expect((await named({ integrationTitle: 'Skatteetatenes venn' })).borrowedName).toBeUndefined();
      const own = await aRequestStory(db);
      await db
        .update(db.tables.parties)
        .set({ name: 'EGEN ETAT', orgCode: 'egen' })
        .where(eq(db.tables.parties.orgNo, own.vendor.orgNo));
      const request = await aRequest(own, { integrationTitle: 'Egen etat' });
      expect((await read(request.id, own.pia)).borrowedName).toBeUndefined();
    });
  });

  it('says per line what a manager cannot give, why, and who can', async () => {
    const letter = await read((await aRequest(story)).id, story.flink);
    expect(letter.reader).toBe('may-approve-some');
    expect(letter.added.rights).toMatchObject([
      { canGive: false, reason: 'MissingRoleAccess', whoCan: [{ uuid: story.pia.partyUuid, name: 'PIA STRØM' }] },
    ]);
    expect(letter.added.packages).toMatchObject([{ canGive: false, reason: 'MissingPackageAccess' }]);
  });

  it('tells a related person who may answer', async () => {
    const letter = await read((await aRequest(story)).id, story.jonas);
    expect(letter.reader).toBe('may-forward');
    expect(letter.managers.map((manager) => manager.name).sort()).toEqual(['FLINK MURSTEIN', 'PIA STRØM']);
  });

  it('B9 C10 shows a stranger nothing but whose it is', async () => {
    const { id } = await aRequest(story);
    expect(await readRequestLetter(at(story.stranger), id)).toEqual({
      reader: 'stranger',
      id,
      organisation: { name: story.customer.name, orgNo: story.customer.orgNo },
    });
    expect(await readRequestLetter(at(story.stranger), randomUUID())).toBeUndefined();
  });

  it('lets any access manager approve one for clients', async () => {
    const details = { kind: 'agent', rights: undefined, accessPackages: [story.clientPackageUrn] } as const;
    const letter = await read((await aRequest(story, details)).id, story.flink);
    expect(letter).toMatchObject({ kind: 'agent', reader: 'may-approve' });
  });

  it('follows the request through its life', async () => {
    const key = (id: string) => ({ kind: 'standard', id, party: partyOf(story) }) as const;
    const waiting = await aRequest(story);
    expect((await read(waiting.id, story.pia, new Date(TEST_NOW.getTime() + 181 * DAY_MS))).state).toBe('expired');

    const rejected = await aRequest(story);
    await rejectRequest(at(story.pia), { ...key(rejected.id), reason: 'Nei takk.' });
    expect(await read(rejected.id)).toMatchObject({
      state: 'rejected',
      request: { rejectReason: 'Nei takk.', decidedByName: 'PIA STRØM', decidedAt: TEST_NOW },
    });

    const taken = await aRequest(story);
    await withdrawRequest(as({ db, now: TEST_NOW }, story.vendor), { what: 'request', id: taken.id });
    expect(await read(taken.id)).toMatchObject({ state: 'withdrawn', endedAt: TEST_NOW });

    const approved = await anApprovedRequest(story);
    expect(await read(approved.id)).toMatchObject({ state: 'approved', systemUserId: approved.id });
    await withdrawSystemUser(at(story.pia), { party: partyOf(story), systemUserId: approved.id });
    expect(await read(approved.id)).toMatchObject({ state: 'ended', endedAt: TEST_NOW, endedBy: 'PIA STRØM' });
  });

  it.each([
    ['system-deleted', { isDeleted: true }],
    ['system-suspended', { isSuspended: true }],
    ['not-of-system', { rights: [] }],
  ] as const)('is blocked by %s, and says so before anybody presses, to the vendor too', async (obstacle, change) => {
    const system = await aSystem(db, {
      vendorOrgNo: story.vendor.orgNo,
      rights: story.system.rights,
      accessPackages: story.system.accessPackages,
    });
    const request = await aRequest(story, { systemId: system.systemId });
    const { systems } = db.tables;
    await db.update(systems).set(change).where(eq(systems.internalId, system.internalId));
    expect(await read(request.id)).toMatchObject({ state: 'blocked', obstacle });
    const vendor = as({ db, now: TEST_NOW }, story.vendor);
    const { orgNo: vendorOrgNo } = story.vendor;
    expect(await readVendorTimeline(vendor, { vendorOrgNo, id: request.id })).toMatchObject({
      state: 'waiting',
      obstacle,
    });
  });

  it('is blocked by a closed service and by a system user that is there already', async () => {
    const closed = await aProtectedResource(db, { details: { delegable: false } });
    const system = await aSystem(db, { vendorOrgNo: story.vendor.orgNo, rights: [aRight(closed)] });
    const ask = { systemId: system.systemId, rights: [aRight(closed)], accessPackages: [] };
    expect(await read((await aRequest(story, ask)).id)).toMatchObject({ obstacle: 'service-closed' });
    const request = await aRequest(story);
    await aSystemUser(db, { system: story.system, party: story.customer, externalRef: request.externalRef });
    expect(await read(request.id)).toMatchObject({ obstacle: 'exists' });
  });

  it('says where a person must still sign, in a service by itself and inside a package', async () => {
    const details = { personMustSign: true };
    const packageUrn = await aListedPackage(db);
    const sentences = [{ roles: [], packages: [packageUrn.split(':').at(-1) ?? ''], actions: ['read'] }];
    const signed = await aProtectedResource(db, { details, sentences });
    await aProtectedResource(db, { sentences });
    const ids = { resourceIds: [signed, story.resourceId], packageUrns: [packageUrn, story.packageUrn] };
    const { rights, packages } = await describeLines(db, ids, { orgUuid: '', reader: undefined, managers: [] });
    expect(rights.map((right) => right.personMustSign)).toEqual([true, false]);
    const toSign = packages.map(({ services }) => services.filter((service) => service.personMustSign));
    expect(toSign.map((services) => services.map(({ resourceId }) => resourceId))).toEqual([[signed], []]);
    expect(packages[0]?.services).toHaveLength(2);
    expect(await findServicesToSign(db, ids.packageUrns)).toEqual(
      new Map([[packageUrn, [{ nb: 'En tjeneste', nn: 'Ei teneste', en: 'A service' }]]]),
    );
  });

  it('names a service that its owner has taken down as it was last called', async () => {
    const title = { nb: 'Årsavgift', nn: 'Årsavgift', en: 'Vehicle tax' };
    const closed = await aProtectedResource(db, { details: { title } });
    const never = `never-${randomUUID()}`;
    const { resources } = db.tables;
    await db.update(resources).set({ isDeleted: true }).where(eq(resources.identifier, closed));
    const ids = { resourceIds: [closed, story.resourceId, never], packageUrns: [] };
    const { rights } = await describeLines(db, ids, { orgUuid: '', reader: undefined, managers: [] });
    expect(rights.map((right) => [right.title?.nb, right.isClosed])).toEqual([
      ['Årsavgift', true],
      ['En tjeneste', false],
      [undefined, false],
    ]);
    expect(rights[0]?.owner?.name).toEqual({ nb: 'En tjeneste', nn: 'Ei teneste', en: 'A service' });
  });

  it('sorts a change into what comes, what goes and what stays', async () => {
    const scene = await aRequestStory(db);
    const extra = await aProtectedResource(db);
    const { systems } = db.tables;
    await db
      .update(systems)
      .set({ rights: [...scene.system.rights, aRight(extra)] })
      .where(eq(systems.internalId, scene.system.internalId));
    const user = await anApprovedRequest(scene);
    const change = await aChangeRequest(scene, user.id, {
      requiredRights: [aRight(extra)],
      unwantedRights: [aRight('never-held')],
      unwantedAccessPackages: [scene.packageUrn],
    });
    const ids = (lines: OpenLetter['added']) => [
      ...lines.rights.map((line) => line.resourceId),
      ...lines.packages.map((line) => line.urn),
    ];
    const letter = await read(change.id, scene.pia);
    expect(letter).toMatchObject({ kind: 'change', reader: 'may-approve', systemUserId: user.id });
    expect([letter.added, letter.removed, letter.stays].map(ids)).toEqual([
      [extra],
      [scene.packageUrn],
      [scene.resourceId],
    ]);
    await approveChange(scene, change);
    expect((await read(change.id, scene.pia)).state).toBe('approved');
  });

  it('B16 carries a digest that an approval is held to', async () => {
    const request = await aRequest(story);
    const { digest } = await read(request.id);
    const key = { kind: 'standard', id: request.id, party: partyOf(story) } as const;
    await expect(approveRequest(at(story.pia), { ...key, digest: `${digest}x` })).rejects.toMatchObject({
      code: 'REQ-00001',
    });
    await approveRequest(at(story.pia), { ...key, digest });
    await expect(approveRequest(at(story.pia), { ...key, digest })).rejects.toMatchObject({ code: 'AUTH-00013' });
  });

  describe('sending on', () => {
    it('goes to a named manager, shows in that person\u2019s letter, and can be reminded of once a day', async () => {
      const request = await aRequest(story);
      const key = { kind: 'standard', id: request.id } as const;
      await expect(forwardRequest(at(story.jonas), { ...key, toUuid: story.jonas.partyUuid })).rejects.toMatchObject({
        code: 'REQ-00005',
      });
      await expect(forwardRequest(at(story.stranger), key)).rejects.toMatchObject({ status: 403 });
      await forwardRequest(at(story.jonas), { ...key, toUuid: story.pia.partyUuid });
      expect((await read(request.id)).forwards).toMatchObject([{ fromName: 'JONAS DAL', toName: 'PIA STRØM' }]);
      await expect(remindRequest(at(story.jonas), key)).rejects.toMatchObject({ code: 'REQ-00003', status: 429 });
      const tomorrow = new Date(TEST_NOW.getTime() + DAY_MS);
      expect((await read(request.id, story.jonas, tomorrow)).mayRemind).toBe(true);
      await remindRequest(at(story.jonas, tomorrow), key);
      await expect(remindRequest(at(story.flink, tomorrow), key)).rejects.toMatchObject({ code: 'REQ-00003' });
    });

    it('is dated by the person it went to last', async () => {
      const request = await aRequest(story);
      const key = { kind: 'standard', id: request.id } as const;
      const days = [0, 2, 2.5].map((day) => new Date(TEST_NOW.getTime() + day * DAY_MS));
      const send = async (to: PersonActor, now?: Date) => {
        await forwardRequest(at(story.jonas, now), { ...key, toUuid: to.partyUuid });
        return (await read(request.id)).forwards;
      };
      const [first, second, third] = days;
      await send(story.flink, first);
      expect(await send(story.flink, second)).toMatchObject([{ forwardedAt: first, remindedAt: second }]);
      expect(await send(story.pia, third)).toMatchObject([
        { toName: 'PIA STRØM', forwardedAt: third, remindedAt: undefined },
      ]);
    });

    it('tells the person named, and the sender of the answer, each in the own language', async () => {
      const scene = await aRequestStory(db);
      const { parties, outbox } = db.tables;
      const give = (person: PersonActor, language: 'nn' | 'en') =>
        db
          .update(parties)
          .set({ email: `${person.partyUuid}@example.test`, language })
          .where(eq(parties.uuid, person.partyUuid));
      await give(scene.flink, 'nn');
      await give(scene.jonas, 'en');
      const request = await aRequest(scene);
      const key = { kind: 'standard', id: request.id, party: partyOf(scene) } as const;
      await forwardRequest(at(scene.jonas), { ...key, toUuid: scene.flink.partyUuid });
      await rejectRequest(at(scene.pia), key);
      const sent = (await db.select().from(outbox)).filter((message) => message.body.includes(request.id));
      expect(sent.map(({ language, subject }) => [language, subject])).toEqual([
        ['nn', `TEST ${scene.vendor.orgNo} ber om fullmakt frå ${scene.customer.name}`],
        ['nn', `JONAS DAL har sendt deg ein førespurnad til ${scene.customer.name}`],
        ['en', `The request from TEST ${scene.vendor.orgNo} has been rejected`],
      ]);
    });
  });

  describe('lists', () => {
    it('shows managers what waits and what was handled, others only what they sent on', async () => {
      const scene = await aRequestStory(db);
      const [first, second] = [await aRequest(scene), await aRequest(scene)];
      const done = await anApprovedRequest(scene);
      const change = await aChangeRequest(scene, done.id);
      await forwardRequest(at(scene.jonas), { kind: 'standard', id: second.id });
      const list = async (actor: PersonActor, tab: 'waiting' | 'handled') =>
        (await listRequests(at(actor), { partyUuid: scene.customer.uuid, tab })).rows.map((row) => row.request.id);
      expect((await list(scene.pia, 'waiting')).sort()).toEqual([first.id, second.id, change.id].sort());
      expect(await list(scene.pia, 'handled')).toEqual([done.id]);
      expect(await list(scene.jonas, 'waiting')).toEqual([second.id]);
      expect(await countWaitingRequests(at(scene.pia), scene.customer.uuid)).toBe(3);
      await expect(list(scene.stranger, 'waiting')).rejects.toMatchObject({ status: 403 });
    });

    describe('of what waits', () => {
      let scene: RequestStory;
      let waiting: Readonly<Record<'late' | 'soon' | 'newest' | 'blocked', string>>;
      const day = (days: number) => new Date(TEST_NOW.getTime() + days * DAY_MS);
      const list = async (actor: PersonActor) =>
        (await listRequests(at(actor, day(3)), { partyUuid: scene.customer.uuid, tab: 'waiting' })).rows;

      beforeAll(async () => {
        scene = await aRequestStory(db);
        const gone = await aSystem(db, { vendorOrgNo: scene.vendor.orgNo, rights: scene.system.rights });
        waiting = {
          blocked: (await aRequest(scene, { systemId: gone.systemId, accessPackages: [] }, day(0))).id,
          late: (await aRequest(scene, {}, day(2))).id,
          soon: (await aRequest(scene, {}, day(1))).id,
          newest: (await aRequest(scene, {}, day(1))).id,
        };
        const { systems } = db.tables;
        await db.update(systems).set({ isDeleted: true }).where(eq(systems.internalId, gone.internalId));
      });

      it('puts first what the reader can give, by deadline and then newest first, and last what nobody can', async () => {
        const rows = await list(scene.pia);
        const { newest, soon, late, blocked } = waiting;
        expect(rows.map((row) => row.request.id)).toEqual([newest, soon, late, blocked]);
        expect(rows.map((row) => row.prospect?.who)).toEqual(['reader', 'reader', 'reader', 'nobody']);
        expect(rows.at(-1)?.prospect).toEqual({ who: 'nobody', obstacle: 'system-deleted' });
      });

      it('puts what only others can give after what the reader can', async () => {
        const details = { kind: 'agent', rights: undefined, accessPackages: [scene.clientPackageUrn] } as const;
        const { id } = await aRequest(scene, details, day(3));
        const rows = await list(scene.flink);
        expect(rows.map((row) => row.prospect?.who)).toEqual(['reader', 'others', 'others', 'others', 'nobody']);
        expect(rows[0]?.request.id).toBe(id);
      });
    });

    it('shows a vendor its own, with what has happened', async () => {
      const scene = await aRequestStory(db);
      const request = await aRequest(scene);
      await read(request.id, scene.jonas);
      await forwardRequest(at(scene.jonas), { kind: 'standard', id: request.id });
      await approveRequest(at(scene.pia), { kind: 'standard', id: request.id, party: partyOf(scene) });
      const vendor = as({ db, now: TEST_NOW }, scene.vendor);
      const { vendor: caller } = scene;
      const { rows } = await listVendorRequests(vendor, { vendorOrgNo: caller.orgNo });
      expect(rows.map((row) => [row.request.id, row.state])).toEqual([[request.id, 'approved']]);
      const { timeline } = await readVendorTimeline(vendor, { vendorOrgNo: caller.orgNo, id: request.id });
      expect(timeline.map((entry) => entry.what)).toEqual(['sent', 'opened', 'forwarded', 'approved']);
      const foreign = as({ db, now: TEST_NOW }, story.vendor);
      await expect(
        readVendorTimeline(foreign, { vendorOrgNo: story.vendor.orgNo, id: request.id }),
      ).rejects.toMatchObject({ code: 'AUTH-00010' });
      await expect(listVendorRequests(foreign, { vendorOrgNo: caller.orgNo })).rejects.toMatchObject({ status: 403 });
    });
  });

  describe('the way back', () => {
    it('C1 leads nowhere when the address is no longer on the list', async () => {
      const system = await aSystem(db, {
        vendorOrgNo: story.vendor.orgNo,
        rights: story.system.rights,
        allowedRedirectUrls: ['https://vendor.example/receipt'],
      });
      const details = {
        systemId: system.systemId,
        accessPackages: [],
        redirectUrl: 'HTTPS://vendor.example/receipt?a=b',
      };
      const request = await aRequest(story, details);
      expect(await redirectTarget(db, request)).toEqual({
        url: 'https://vendor.example/receipt?a=b',
        withResult: false,
      });
      const { systems } = db.tables;
      await db.update(systems).set({ allowedRedirectUrls: [] }).where(eq(systems.internalId, system.internalId));
      expect(await redirectTarget(db, request)).toBeUndefined();
    });

    it('C2 says nothing while nothing is decided, whatever the vendor put there', () => {
      expect(toUndecidedUrl('https://v.example/r?status=Accepted&state=7&id=1&result=x')).toBe(
        'https://v.example/r?state=7',
      );
    });

    it('C2 overrules what the vendor put under our names, and keeps the rest', () => {
      const url = toResultUrl('https://v.example/r?status=Accepted&state=7&status=Accepted&result=x', {
        id: 'an-id',
        status: 'Rejected',
      });
      expect(url).toBe('https://v.example/r?status=Rejected&state=7&id=an-id');
    });
  });
});
