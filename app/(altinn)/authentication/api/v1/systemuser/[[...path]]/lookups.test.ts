import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Db } from '#db/open.ts';
import { now } from '#lib/context/clock.ts';
import type { Actor, OrganisationActor } from '#lib/context/context.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import { exchangeIssuer } from '#lib/maskinporten/issuers.ts';
import { signJwt } from '#lib/maskinporten/signing-keys.ts';
import type { Organisation } from '#lib/parties/model.ts';
import type { RegisteredSystem } from '#lib/register/model.ts';
import { endSystemUser } from '#lib/systemusers/end-system-user.ts';
import type { SystemUser } from '#lib/systemusers/model.ts';
import { call } from '#lib/testing/call.ts';
import { anOrganisationActor, aPersonActor, TEST_NOW } from '#lib/testing/context.ts';
import { anOrganisation, anOrgNo } from '#lib/testing/parties.ts';
import { aSystem, aSystemUser, suspendAsOwner } from '#lib/testing/systems.ts';
import { ENGINES, serveTestDatabase } from '#lib/testing/test-database.ts';
import { systemUsers } from './endpoints.ts';

const NOBODY: Actor = { kind: 'anonymous' };
const pageSchema = z.object({
  links: z.object({ next: z.string().optional() }),
  data: z.array(z.object({ id: z.string() })),
});

describe.each(ENGINES)('look-ups of system users over HTTP on %s', (engine) => {
  let db: Db;
  let vendor: OrganisationActor;
  let system: RegisteredSystem;
  let party: Organisation;
  const maskinporten = anOrganisationActor({ scopes: new Set(['altinn:maskinporten/systemuser.read']) });
  const platform = anOrganisationActor({ scopes: new Set(['altinn:authentication/systemuser.admin']) });

  beforeEach(async () => {
    db = await serveTestDatabase(engine);
    vendor = anOrganisationActor({ orgNo: anOrgNo() });
    system = await aSystem(db, { vendorOrgNo: vendor.orgNo });
    party = await anOrganisation(db);
  });
  afterAll(() => replaceDatabase(undefined));

  const get = (actor: Actor, path: string) => call(systemUsers, db, actor, ['GET', path]);

  /** Follows `next` from a path until there is none, or a page is empty. */
  async function follow(actor: Actor, path: string): Promise<readonly (readonly string[])[]> {
    const pages: string[][] = [];
    for (let next: string | undefined = path; next; ) {
      const page = pageSchema.parse((await get(actor, next)).body);
      pages.push(page.data.map((each) => each.id));
      next = page.links.next?.split(`${systemUsers.base}/`)[1];
    }
    return pages;
  }

  describe('byExternalId', () => {
    const query = (differences: Readonly<Record<string, string>> = {}) =>
      `byExternalId?${new URLSearchParams({
        clientId: system.clientIds[0] ?? '',
        systemProviderOrgNo: vendor.orgNo,
        systemUserOwnerOrgNo: party.orgNo,
        ...differences,
      })}`;

    it('finds none while it is suspended, and vendors read it as before', async () => {
      const user = await aSystemUser(db, { system, party });
      const read = () => get(vendor, `vendor/bysystem/${system.systemId}`);
      const before = await read();
      const resume = await suspendAsOwner(db, user);
      expect(await get(maskinporten, query())).toMatchObject({ status: 404 });
      expect((await read()).body).toEqual(before.body);
      await resume();
      expect(await get(maskinporten, query())).toMatchObject({ status: 200, body: { id: user.id } });
    });

    it('answers the external form with the system id as product name', async () => {
      const user = await aSystemUser(db, { system, party, externalRef: 'cust-42' });
      const answer = await get(maskinporten, query({ externalRef: 'cust-42' }));
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.body).toEqual({
        id: user.id,
        integrationTitle: 'Smart regnskap',
        systemId: system.systemId,
        productName: system.systemId,
        reporteeOrgNo: party.orgNo,
        created: TEST_NOW.toISOString(),
        isDeleted: false,
        supplierName: '',
        supplierOrgno: vendor.orgNo,
        externalRef: 'cust-42',
        userType: 'standard',
      });
    });

    it('answers 404 without a user, and 400 with the name of a missing member', async () => {
      expect(await get(maskinporten, query())).toMatchObject({ status: 404, body: { title: 'Not Found' } });
      expect(await get(maskinporten, query({ clientId: '' }))).toMatchObject({
        status: 400,
        body: { errors: { clientId: [expect.any(String)] } },
      });
      expect((await get(maskinporten, 'BYEXTERNALID')).status).toBe(400);
    });

    it('asks for Maskinporten’s own scope before anything else', async () => {
      expect(await get(NOBODY, 'byExternalId')).toMatchObject({ status: 401, text: '' });
      expect(await get(vendor, 'byExternalId')).toMatchObject({ status: 403, text: '' });
    });

    it('E6 takes hostile values literally', async () => {
      for (const value of ["'", '"', ';--', '\\', '%27', "' or 1=1 --"]) {
        expect((await get(maskinporten, query({ externalRef: value }))).status).toBe(404);
        expect((await get(maskinporten, query({ clientId: value }))).status).toBe(404);
      }
    });
  });

  describe('vendor/byquery', () => {
    it('finds by system, customer and reference; an empty reference counts as none (Q-20)', async () => {
      const user = await aSystemUser(db, { system, party });
      const path = `vendor/byquery?system-id=${system.systemId}&orgno=${party.orgNo}`;
      expect((await get(vendor, path)).body).toMatchObject({ id: user.id, productName: '' });
      expect((await get(vendor, `${path}&external-ref=`)).body).toMatchObject({ id: user.id });
      expect((await get(vendor, `${path}&external-ref=other`)).status).toBe(404);
    });

    it('shows another vendor nothing but 404', async () => {
      await aSystemUser(db, { system, party });
      const other = anOrganisationActor({ orgNo: anOrgNo() });
      const answer = await get(other, `vendor/byquery?system-id=${system.systemId}&orgno=${party.orgNo}`);
      expect(answer).toMatchObject({ status: 404, body: { title: 'Not Found' } });
    });

    it('answers a token with the scope that names no organisation 401 with a body', async () => {
      const nobody = aPersonActor({ scopes: new Set(['altinn:authentication/systemuser.request.write']) });
      const answer = await get(nobody, `vendor/byquery?system-id=${system.systemId}&orgno=${party.orgNo}`);
      expect(answer).toMatchObject({ status: 401, body: { title: 'Unauthorized' } });
      expect((await get(nobody, 'vendor/byquery')).status).toBe(400);
    });

    it('asks for the write scope of requests (Q-32), then for both members', async () => {
      const reader = { ...vendor, scopes: new Set(['altinn:authentication/systemuser.request.read']) };
      expect(await get(NOBODY, 'vendor/byquery')).toMatchObject({ status: 401, text: '' });
      expect(await get(reader, 'vendor/byquery')).toMatchObject({ status: 403, text: '' });
      expect((await get(vendor, 'vendor/byquery')).body).toMatchObject({
        errors: { 'system-id': [expect.any(String)] },
      });
      const half = await get(vendor, `vendor/byquery?system-id=${system.systemId}`);
      expect(half).toMatchObject({ status: 400, body: { errors: { orgno: [expect.any(String)] } } });
    });
  });

  describe('vendor/bysystem', () => {
    it('hands out every live user exactly once over its pages', async () => {
      const users: SystemUser[] = [];
      for (let n = 0; n < 120; n += 1) users.push(await aSystemUser(db, { system, party, externalRef: `r${n}` }));
      await db.transaction((tx) => endSystemUser(tx, { id: users[0]?.id ?? '', at: TEST_NOW, byName: '' }));
      const pages = await follow(vendor, `vendor/bysystem/${system.systemId}`);
      expect(pages.map((page) => page.length)).toEqual([50, 50, 19]);
      expect(pages.flat()).toEqual(users.slice(1).map((user) => user.id));
    });

    it('answers an empty last page with empty links', async () => {
      expect((await get(vendor, `vendor/bysystem/${system.systemId}`)).body).toEqual({ links: {}, data: [] });
    });

    it('Q-26 says AUTH-00011 of an unknown system and of another vendor’s alike', async () => {
      const other = anOrganisationActor({ orgNo: anOrgNo() });
      const foreign = await get(other, `vendor/bysystem/${system.systemId}`);
      const unknown = await get(other, 'vendor/bysystem/none');
      expect(foreign).toMatchObject({ status: 404, body: { code: 'AUTH-00011' } });
      expect(unknown).toMatchObject({ status: 404, body: { code: 'AUTH-00011' } });
    });

    it('lets the admin scope read every vendor’s, and nobody without a register scope', async () => {
      const admin = anOrganisationActor({ scopes: new Set(['altinn:authentication/systemregister.admin']) });
      expect((await get(admin, `vendor/bysystem/${system.systemId}`)).status).toBe(200);
      const requester = { ...vendor, scopes: new Set(['altinn:authentication/systemuser.request.write']) };
      expect(await get(requester, `vendor/bysystem/${system.systemId}`)).toMatchObject({ status: 403, text: '' });
      expect(await get(NOBODY, `vendor/bysystem/${system.systemId}`)).toMatchObject({ status: 401, text: '' });
    });

    it('E6 refuses a token that is none of ours', async () => {
      const answer = await get(vendor, `vendor/bysystem/${system.systemId}?token=';--`);
      expect(answer).toMatchObject({ status: 400, body: { errors: { token: [expect.any(String)] } } });
    });
  });

  describe('the stream', () => {
    const PATH = 'internal/systemusers/stream';

    it('runs in pages of a hundred until an empty one, and brings what changed again at the end', async () => {
      const users: SystemUser[] = [];
      for (let n = 0; n < 105; n += 1) users.push(await aSystemUser(db, { system, party, externalRef: `r${n}` }));
      const first = await get(platform, PATH);
      expect(first.body).toMatchObject({
        links: {
          next: expect.stringMatching(/^http:\/\/localhost:3000\/authentication\/api\/v1\/systemuser\/internal\//),
        },
        stats: { pageStart: 1, pageEnd: 100, sequenceMax: 105 },
      });
      const pages = await follow(platform, PATH);
      expect(pages.map((page) => page.length)).toEqual([100, 5, 0]);
      await db.transaction((tx) => endSystemUser(tx, { id: users[3]?.id ?? '', at: TEST_NOW, byName: '' }));
      const last = await get(platform, `${PATH}?token=${Buffer.from('105').toString('base64url')}`);
      expect(last.body).toMatchObject({
        stats: { pageStart: 106, pageEnd: 106, sequenceMax: 106 },
        data: [
          {
            id: users[3]?.id,
            partyOrgNo: party.orgNo,
            partyId: String(party.partyId),
            isDeleted: true,
            sequenceNo: 106,
            systemUserType: 'standard',
            created: TEST_NOW.toISOString(),
            lastChanged: TEST_NOW.toISOString(),
          },
        ],
      });
      const empty = await get(platform, `${PATH}?token=${Buffer.from('106').toString('base64url')}`);
      expect(empty.body).toEqual({ links: {}, stats: { pageStart: 106, pageEnd: 106, sequenceMax: 106 }, data: [] });
    });

    it('answers one live user, and 410 for one that has ended or never was', async () => {
      const user = await aSystemUser(db, { system, party });
      expect((await get(platform, `internal/systemusers/${user.id}`)).body).toMatchObject({
        id: user.id,
        sequenceNo: 1,
      });
      await db.transaction((tx) => endSystemUser(tx, { id: user.id, at: TEST_NOW, byName: '' }));
      expect(await get(platform, `internal/systemusers/${user.id}`)).toMatchObject({
        status: 410,
        body: { title: 'Gone' },
      });
      expect((await get(platform, `internal/systemusers/${randomUUID()}`)).status).toBe(410);
    });

    it('is closed without the admin scope of system users', async () => {
      expect(await get(NOBODY, PATH)).toMatchObject({ status: 401, text: '' });
      expect(await get(vendor, PATH)).toMatchObject({ status: 403, text: '' });
      expect(await get(aPersonActor(), PATH)).toMatchObject({ status: 403, text: '' });
      expect(await get(vendor, 'internal/systemusers/x')).toMatchObject({ status: 403, text: '' });
    });

    it('opens to a platform access token that names an application, and to no other token in that header', async () => {
      const ask = async (claims: object) => {
        const at = now();
        const common = { iss: exchangeIssuer(), exp: Math.floor(at.getTime() / 1000) + 60 };
        const token = await signJwt(db, { ...common, ...claims }, { now: at });
        return systemUsers.handlers.GET(
          new Request(`http://localhost${systemUsers.base}/${PATH}`, { headers: { PlatformAccessToken: token } }),
        );
      };
      expect((await ask({ 'urn:altinn:app': 'access-management' })).status).toBe(200);
      expect((await ask({ scope: 'altinn:authentication/systemuser.admin' })).status).toBe(401);
    });
  });
});
