import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aSentRequest, type Outside, REQUESTS, startOutside } from '../../testing/smartregnskap.ts';
import { connectCustomer, refreshConnection } from './connect-customer.ts';
import { connectionOf } from './state.ts';

const CUSTOMER = '314400402';
const ID = 'ef3b1c9e-0000-4000-8000-000000000001';

let outside: Outside;

beforeEach(async () => {
  outside = await startOutside(join(mkdtempSync(join(tmpdir(), 'smartregnskap-')), 'state.json'));
});

afterEach(() => outside.stop());

function posted(): unknown[] {
  return outside.calls
    .filter((call) => call.method === 'POST' && call.path === REQUESTS)
    .map((call) => JSON.parse(call.body));
}

it('asks for exactly what it needs, with an exchanged token, and remembers where the answer is given', async () => {
  outside.replies.set(`POST ${REQUESTS}`, [{ status: 201, body: aSentRequest('New') }]);
  const connection = await connectCustomer(outside.settings, CUSTOMER);
  expect(posted()).toEqual([
    {
      systemId: '313300307_smartregnskap',
      partyOrgNo: CUSTOMER,
      rights: [{ resource: [{ id: 'urn:altinn:resource', value: 'ske-krav-og-betalinger' }] }],
      accessPackages: [{ urn: 'urn:altinn:accesspackage:skatt-naering' }],
      redirectUrl: `https://smartregnskap.example/smartregnskap/tilbake?kunde=${CUSTOMER}`,
    },
  ]);
  expect(outside.calls.find((call) => call.path === REQUESTS)?.authorization).toBe('Bearer exchanged');
  expect(connection).toMatchObject({ status: 'waiting', confirmUrl: `https://portal.example/request?id=${ID}` });
});

it('asks Maskinporten as itself: its own grant names no customer', async () => {
  outside.replies.set(`POST ${REQUESTS}`, [{ status: 201, body: aSentRequest('New') }]);
  await connectCustomer(outside.settings, CUSTOMER);
  const [grant] = outside.grants();
  expect(grant).toMatchObject({
    iss: 'smartregnskap-client',
    aud: outside.settings.issuer,
    scope: 'altinn:authentication/systemuser.request.write',
  });
  expect(grant).not.toHaveProperty('authorization_details');
  expect((grant?.exp ?? 0) - (grant?.iat ?? 0)).toBeLessThanOrEqual(120);
});

it('takes a refused request back and sends a new one', async () => {
  outside.replies.set(`POST ${REQUESTS}`, [
    { status: 200, body: aSentRequest('Rejected') },
    { status: 201, body: aSentRequest('New', 'ef3b1c9e-0000-4000-8000-000000000002') },
  ]);
  outside.replies.set(`DELETE ${REQUESTS}/${ID}`, [{ status: 202, body: '' }]);
  const connection = await connectCustomer(outside.settings, CUSTOMER);
  expect(posted()).toHaveLength(2);
  expect(connection).toMatchObject({ status: 'waiting', requestId: 'ef3b1c9e-0000-4000-8000-000000000002' });
});

it('takes AUTH-00004 as connected: the customer made the system user without being asked', async () => {
  outside.replies.set(`POST ${REQUESTS}`, [{ status: 400, body: { code: 'AUTH-00004', detail: 'exists' } }]);
  expect((await connectCustomer(outside.settings, CUSTOMER)).status).toBe('connected');
});

it('passes on what Altinn refuses, and that Altinn cannot be reached', async () => {
  outside.replies.set(`POST ${REQUESTS}`, [{ status: 400, body: { code: 'AUTH-00000', detail: 'unknown' } }]);
  await expect(connectCustomer(outside.settings, CUSTOMER)).rejects.toMatchObject({ code: 'AUTH-00000' });
  outside.replies.set(`POST ${REQUESTS}`, [{ status: 500, body: '' }]);
  await expect(connectCustomer(outside.settings, CUSTOMER)).rejects.toThrow('Altinn cannot be reached now');
  expect(connectionOf(outside.settings.stateFile, CUSTOMER).status).toBe('none');
});

it.each([
  ['New', 'waiting'],
  ['Accepted', 'connected'],
  ['Rejected', 'rejected'],
  ['Timedout', 'rejected'],
])('believes Altinn, not the return address: %s is %s', async (status, expected) => {
  outside.replies.set(`POST ${REQUESTS}`, [{ status: 201, body: aSentRequest('New') }]);
  await connectCustomer(outside.settings, CUSTOMER);
  outside.replies.set(`GET ${REQUESTS}/${ID}`, [{ status: 200, body: aSentRequest(status) }]);
  expect((await refreshConnection(outside.settings, CUSTOMER)).status).toBe(expected);
});

it('forgets a request that is gone', async () => {
  outside.replies.set(`POST ${REQUESTS}`, [{ status: 201, body: aSentRequest('New') }]);
  await connectCustomer(outside.settings, CUSTOMER);
  expect((await refreshConnection(outside.settings, CUSTOMER)).status).toBe('none');
});
