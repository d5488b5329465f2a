import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aSentRequest, CLAIMS, type Outside, REQUESTS, startOutside } from '../../testing/smartregnskap.ts';
import { readClaims } from './read-claims.ts';
import { connectionOf, updateConnection } from './state.ts';

const CUSTOMER = '314400402';
const ID = 'ef3b1c9e-0000-4000-8000-000000000001';
const SUMS = { sumStipulerteRenter: 412.5, sumForfalteKrav: 30000, sumIkkeForfalteKrav: 0 };
const BODY = {
  partIdentifikator: CUSTOMER,
  aapentKravMedGjenstaaendeBeloep: [
    {
      kravgruppe: 'Skatt',
      kravbeskrivelse: { spraakTekst: [{ spraak: 'nb', tekst: 'Restskatt 2025' }] },
      kravforfall: [
        {
          kravforfallsIdentifikator: 'paid',
          forfallsdato: '2026-05-20',
          gjenstaaendeBeloep: 0,
        },
        {
          kravforfallsIdentifikator: 'open',
          forfallsdato: '2026-08-20',
          gjenstaaendeBeloep: 30000,
          betalingsinformasjon: { kidnummer: '314400402000120252', konto: { kontonummer: '99990123450' } },
        },
      ],
    },
  ],
  totalOversikt: { ...SUMS, sumUplasserteInnbetalinger: 1500, saldo: 28912.5 },
  oversiktPerKravgruppe: [{ kravgruppe: 'Skatt', ...SUMS, saldo: 30412.5 }],
};

let outside: Outside;

beforeEach(async () => {
  outside = await startOutside(join(mkdtempSync(join(tmpdir(), 'smartregnskap-')), 'state.json'));
});

afterEach(() => outside.stop());

function api(...replies: readonly { readonly status: number; readonly body: unknown }[]): void {
  outside.replies.set(`GET ${CLAIMS}`, replies);
}

function aRefusal(code: string, description: string) {
  const body = { error: 'refused', error_description: description, error_uri: `https://issuer.example/errors/${code}` };
  return { status: 400, body };
}

it('shows the balance, the groups and every due date with something left to pay', async () => {
  api({ status: 200, body: BODY });
  const outcome = await readClaims(outside.settings, CUSTOMER);
  expect(outcome).toMatchObject({
    kind: 'claims',
    claims: {
      balance: 28912.5,
      unplaced: 1500,
      groups: [{ group: 'Skatt', overdue: 30000, interest: 412.5, balance: 30412.5 }],
      claims: [{ id: 'open', outstanding: 30000, kid: '314400402000120252', account: '99990123450' }],
    },
  });
  expect(connectionOf(outside.settings.stateFile, CUSTOMER).status).toBe('connected');
});

it('asks for a token for the customer’s system user', async () => {
  api({ status: 200, body: BODY });
  await readClaims(outside.settings, CUSTOMER);
  expect(outside.grants()).toMatchObject([
    {
      scope: 'skatteetaten:kravogbetalinger',
      authorization_details: [
        {
          type: 'urn:altinn:systemuser',
          systemuser_org: { authority: 'iso6523-actorid-upis', ID: `0192:${CUSTOMER}` },
        },
      ],
    },
  ]);
});

it('explains MP-303 in the words of Maskinporten, without the trace id, and counts the customer as not connected', async () => {
  outside.token = aRefusal(
    'MP-303',
    'Invalid authorization details values. No system user. (trace_id: 5b0c1e7f9a2d4c3e8f1a2b3c4d5e6f70)',
  );
  expect(await readClaims(outside.settings, CUSTOMER)).toEqual({
    kind: 'no-system-user',
    code: 'MP-303',
    explanation: 'Invalid authorization details values. No system user.',
  });
  expect(connectionOf(outside.settings.stateFile, CUSTOMER).status).toBe('none');
});

it.each([
  ['Accepted', 'on-hold', 'connected'],
  ['Rejected', 'no-system-user', 'none'],
])('asks Altinn on MP-303 what became of the yes: %s is %s', async (status, kind, connection) => {
  const body = aSentRequest(status);
  outside.replies.set(`GET ${REQUESTS}/${ID}`, [{ status: 200, body }]);
  updateConnection(outside.settings.stateFile, CUSTOMER, { status: 'connected', requestId: ID });
  outside.customerToken = aRefusal('MP-303', 'The organisation has suspended the system user.');
  const explanation = 'The organisation has suspended the system user.';
  expect(await readClaims(outside.settings, CUSTOMER)).toEqual({ kind, code: 'MP-303', explanation });
  expect(connectionOf(outside.settings.stateFile, CUSTOMER).status).toBe(connection);
});

it.each([
  ['KB-005', 403, 'no-right'],
  ['KB-009', 404, 'unknown-organisation'],
])('takes %s as %s %s', async (kode, status, kind) => {
  api({ status, body: { kode } });
  expect(await readClaims(outside.settings, CUSTOMER)).toEqual({ kind });
});

it('gets one new token on KB-004 and then stops', async () => {
  api({ status: 401, body: { kode: 'KB-004' } }, { status: 200, body: BODY });
  expect((await readClaims(outside.settings, CUSTOMER)).kind).toBe('claims');
  api({ status: 401, body: { kode: 'KB-004' } });
  const before = outside.grants().length;
  expect((await readClaims(outside.settings, CUSTOMER)).kind).toBe('not-accepted');
  expect(outside.grants().length - before).toBe(2);
});

it.each(['KB-001', 'KB-002'])('keeps what it showed last on %s, with its time', async (kode) => {
  api({ status: 500, body: { kode } });
  expect(await readClaims(outside.settings, CUSTOMER)).toEqual({ kind: 'unreachable' });
  api({ status: 200, body: BODY });
  const shown = await readClaims(outside.settings, CUSTOMER);
  api({ status: 500, body: { kode } });
  const outcome = await readClaims(outside.settings, CUSTOMER);
  expect(outcome).toMatchObject({ kind: 'unreachable', last: { claims: { balance: 28912.5 } } });
  expect(shown.kind === 'claims' && outcome.kind === 'unreachable' && outcome.last?.readAt).toBe(
    shown.kind === 'claims' && shown.readAt,
  );
});

it('says that Maskinporten cannot be reached instead of blaming the customer', async () => {
  outside.token = { status: 503, body: { error: 'temporarily_unavailable' } };
  expect(await readClaims(outside.settings, CUSTOMER)).toEqual({ kind: 'unreachable' });
});
