import { randomUUID } from 'node:crypto';
import { createAltinn } from '#lib/sdk/altinn.ts';
import { createMaskinporten } from '#lib/sdk/maskinporten.ts';
import { expect, test } from '../fixtures.ts';
import type { House } from '../house.ts';
import { caller, generated, platform } from '../platform.ts';

const REQUEST = '/authentication/api/v1/systemuser/request';
const USER = '/authentication/api/v1/systemuser';
const PACKAGES = ['regnskapsforer-uten-signeringsrettighet', 'krav-og-utlegg'];

type Worker = {
  readonly issuer: string;
  readonly clientId: string;
  readonly privateKey: JsonWebKey;
  readonly scope: string;
  readonly resource: string;
  readonly systemId: string;
  readonly organisations: Readonly<Record<'vendor' | 'customer' | 'accountant' | 'accountantClient', string>>;
  readonly people: Readonly<Record<'manager' | 'employee' | 'accountantManager', string>>;
};

/** What a worker of a test suite begins with: one call. */
async function aWorker({ portal }: House): Promise<Worker> {
  const answer = await fetch(`${portal}/_sandbox/namespaces`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('sandbox:sandbox')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: `e2e-${randomUUID().slice(0, 8)}` }),
  });
  expect(answer.status).toBe(201);
  return answer.json();
}

/** The worker's own vendor, as the SDK meets the house. */
function vendorOf({ portal }: House, { issuer, clientId, privateKey }: Worker) {
  const maskinporten = createMaskinporten({ issuer, clientId, key: { privateKey: { ...privateKey } } });
  return { maskinporten, altinn: createAltinn({ base: portal, token: maskinporten.token }) };
}

/** The status, and the number of open claims, that a system user of the worker reads of an organisation. */
async function claimsOf({ krav }: House, orgNo: string, accessToken: string) {
  const answer = await fetch(`${krav}/kravogbetalinger/v1/regnskapssystem/${orgNo}/aapnekrav`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  const body = await answer.json();
  return [answer.status, body.aapentKravMedGjenstaaendeBeloep?.length] as const;
}

test('workers at once each have a world of their own, from the request to the claims', async ({ house }) => {
  const workers = await Promise.all([aWorker(house), aWorker(house), aWorker(house)]);
  const at = await platform(house);
  const tokens = await Promise.all(
    workers.map(async (worker) => {
      const { altinn, maskinporten } = vendorOf(house, worker);
      const { customer } = worker.organisations;
      const rights = [{ resource: [{ id: 'urn:altinn:resource', value: worker.resource }] }];
      const { id } = await altinn.createRequest({ systemId: worker.systemId, partyOrgNo: customer, rights });
      const approve = async (pid: string) =>
        caller(at, await generated(at, 'Personal', { pid }))(
          'POST',
          `${REQUEST}/${at.organisation(customer).partyId}/${id}/approve`,
        );
      expect((await approve(worker.people.employee)).status).toBe(403);
      expect(await approve(worker.people.manager)).toMatchObject({ status: 200, body: true });
      return (await maskinporten.systemUserToken({ scope: worker.scope, organisation: customer })).accessToken;
    }),
  );
  for (const [index, token] of tokens.entries()) {
    for (const [owner, worker] of workers.entries()) {
      const read = await claimsOf(house, worker.organisations.customer, token);
      expect(read).toEqual(owner === index ? [200, 2] : [403, undefined]);
    }
  }
});

test('an accountant of a worker gets an agent system user, and a client for it', async ({ house }) => {
  const worker = await aWorker(house);
  const { altinn, maskinporten } = vendorOf(house, worker);
  const { accountant, accountantClient } = worker.organisations;
  const at = await platform(house);
  const { partyId, partyUuid } = at.organisation(accountant);
  const scopes = 'altinn:portal/enduser altinn:clientdelegations.read altinn:clientdelegations.write';
  const manager = caller(at, await generated(at, 'Personal', { pid: worker.people.accountantManager, scopes }));
  const accessPackages = PACKAGES.map((code) => ({ urn: `urn:altinn:accesspackage:${code}` }));
  const { id } = await altinn.createRequest(
    { systemId: worker.systemId, partyOrgNo: accountant, accessPackages },
    'agent',
  );
  expect(await manager('POST', `${REQUEST}/agent/${partyId}/${id}/approve`)).toMatchObject({ body: true });
  const client = at.organisation(accountantClient).partyUuid;
  const added = await manager('POST', `${USER}/agent/${partyId}/${id}?provider=${partyUuid}&client=${client}`);
  expect(added).toMatchObject({ status: 200 });
  const { accessToken } = await maskinporten.systemUserToken({ scope: worker.scope, organisation: accountant });
  expect((await claimsOf(house, accountantClient, accessToken))[0]).toBe(200);
});
