import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { JWK } from 'jose';
import { ORG, PERSON } from '#db/seed/story.ts';
import { expect, test } from '../fixtures.ts';
import { type Answer, type Caller, caller, clientOf, generated, type Platform, platform } from '../platform.ts';
import { forCustomer } from '../vendor.ts';

const CLAIMS = { resource: [{ id: 'urn:altinn:resource', value: 'ske-krav-og-betalinger' }] };
const TAX = { urn: 'urn:altinn:accesspackage:skatt-naering' };
const DEBT = { urn: 'urn:altinn:accesspackage:krav-og-utlegg' };
const PAYROLL = { urn: 'urn:altinn:accesspackage:regnskapsforer-lonn' };
const CLAIMS_SCOPE = 'skatteetaten:kravogbetalinger';
const REGISTER = '/authentication/api/v1/systemregister/vendor';
const REQUEST = '/authentication/api/v1/systemuser/request';
const CHANGE = '/authentication/api/v1/systemuser/changerequest';
const USER = '/authentication/api/v1/systemuser';

/** Where a vendor's tokens come from. */
const SOURCES = ['the token generator', 'Maskinporten, exchanged', 'Maskinporten'] as const;

for (const source of SOURCES) {
  test(`a standard system user, its change and its end, with tokens from ${source}`, async ({ house }) => {
    const at = await platform(house);
    const { vendor, maskinportenClient, jwk } = await aVendor(at, source);
    const { partyId } = at.organisation(ORG.rorOgVann);
    const pia = caller(at, await generated(at, 'Personal', { pid: PERSON.pia }));
    const owner = caller(
      at,
      await generated(at, 'Enterprise', { org: 'skd', scopes: 'altinn:authorization/authorize' }),
    );
    const system = `${ORG.smartCloud}_path_${randomUUID().slice(0, 8)}`;
    const made = await vendor('POST', REGISTER, aSystem(system, maskinportenClient));
    expect(made).toMatchObject({ status: 200, body: expect.stringMatching(/^[0-9a-f-]{36}$/) });

    const asked = await vendor('POST', `${REQUEST}/vendor`, {
      externalRef: 'cust-42',
      systemId: system,
      partyOrgNo: ORG.rorOgVann,
      rights: [CLAIMS],
      accessPackages: [],
      redirectUrl: 'https://demo.no/receipt?c=42',
    });
    const { id } = asked.body as { id: string };
    expect(asked).toMatchObject({
      status: 201,
      headers: { location: `${house.portal}${REQUEST}/${id}` },
      body: {
        status: 'New',
        confirmUrl: `${house.portal}/accessmanagement/ui/systemuser/request?id=${id}&DONTCHOOSEREPORTEE=true`,
      },
    });

    expect(await pia('POST', `${REQUEST}/${partyId}/${id}/approve`)).toMatchObject({ status: 200, body: true });
    expect(await pia('POST', `${REQUEST}/${partyId}/${id}/approve`)).toMatchObject({
      status: 409,
      body: { code: 'AUTH-00013' },
    });
    expect(await vendor('GET', `${REQUEST}/vendor/${id}`)).toMatchObject({ body: { status: 'Accepted' } });

    const found = await lookup(at, maskinportenClient, ORG.rorOgVann, 'cust-42');
    expect(found).toMatchObject({
      status: 200,
      body: { id, systemId: system, userType: 'standard', isDeleted: false },
    });
    const token = await at.grant(maskinportenClient, jwk, {
      scope: CLAIMS_SCOPE,
      authorization_details: forCustomer(ORG.rorOgVann, 'cust-42'),
    });
    expect(token).toMatchObject({ status: 200, body: { token_type: 'Bearer', scope: CLAIMS_SCOPE } });
    expect(await decisionOf(owner, id, ORG.rorOgVann)).toBe('Permit');

    const change = randomUUID();
    const wish = { requiredAccessPackages: [TAX], unwantedRights: [CLAIMS] };
    const address = `${CHANGE}/vendor?correlation-id=${change}&system-user-id=${id}`;
    expect(await vendor('POST', address, wish)).toMatchObject({ status: 201, body: { id: change, status: 'New' } });
    expect(await vendor('POST', address, {})).toMatchObject({ status: 200 });
    expect(await pia('POST', `${CHANGE}/${partyId}/${change}/approve`)).toMatchObject({ status: 200, body: true });
    expect(await pia('GET', `${USER}/${partyId}/${id}/delegations`)).toMatchObject({
      body: { systemUserId: id, rights: [], accessPackages: [TAX] },
    });
    expect(await decisionOf(owner, id, ORG.rorOgVann)).toBe('NotApplicable');

    expect(await pia('DELETE', `${USER}/${partyId}/${id}`)).toMatchObject({ status: 202, body: 1 });
    expect(await vendor('GET', `${REQUEST}/vendor/${id}`)).toMatchObject({ status: 404, body: { code: 'AUTH-00010' } });
    expect((await lookup(at, maskinportenClient, ORG.rorOgVann, 'cust-42')).status).toBe(404);
    const refused = await at.grant(maskinportenClient, jwk, {
      scope: CLAIMS_SCOPE,
      authorization_details: forCustomer(ORG.rorOgVann, 'cust-42'),
    });
    expect(refused).toMatchObject({ status: 400, body: { error: 'invalid_altinn_customer_configuration' } });
    expect(await vendor('DELETE', `${REGISTER}/${system}`)).toMatchObject({ status: 200, body: { succeeded: true } });
  });
}

test('an agent system user: asked for, given clients, used for one of them, and withdrawn', async ({ house }) => {
  const at = await platform(house);
  const { vendor, maskinportenClient, jwk } = await aVendor(at, 'Maskinporten');
  const accountant = at.organisation(ORG.rettRegnskap);
  const manager = caller(at, await generated(at, 'Personal', { pid: PERSON.varsom }));
  const scopes = 'altinn:portal/enduser altinn:clientdelegations.read altinn:clientdelegations.write';
  const administrator = caller(at, await generated(at, 'Personal', { pid: PERSON.ryddig, scopes }));
  const owner = caller(at, await generated(at, 'Enterprise', { org: 'skd', scopes: 'altinn:authorization/authorize' }));
  const system = `${ORG.smartCloud}_agent_${randomUUID().slice(0, 8)}`;
  await vendor('POST', REGISTER, { ...aSystem(system, maskinportenClient), accessPackages: [PAYROLL, DEBT] });

  const asked = await vendor('POST', `${REQUEST}/vendor/agent`, {
    systemId: system,
    partyOrgNo: ORG.rettRegnskap,
    externalRef: 'office',
    accessPackages: [PAYROLL, DEBT],
  });
  const { id } = asked.body as { id: string };
  expect(asked.status).toBe(201);
  expect(await manager('POST', `${REQUEST}/agent/${accountant.partyId}/${id}/approve`)).toMatchObject({ body: true });
  expect(await lookup(at, maskinportenClient, ORG.rettRegnskap, 'office')).toMatchObject({
    body: { userType: 'agent' },
  });

  const list = await administrator(
    'GET',
    `${USER}/agent/${accountant.partyId}/clients?facilitator=${accountant.partyUuid}`,
  );
  const clients = list.body as { partyUuid: string; organizationIdentifier: string }[];
  expect(clients).toHaveLength(14);
  const ofNumber = (orgNo: string) => clients.find(({ organizationIdentifier }) => organizationIdentifier === orgNo);
  const add = (client: string | undefined) =>
    administrator(
      'POST',
      `${USER}/agent/${accountant.partyId}/${id}?provider=${accountant.partyUuid}&client=${client}`,
    );
  const customer = ofNumber('317701004')?.partyUuid;
  expect(await add(customer)).toMatchObject({ status: 200, body: [{ agentSystemUserId: id, customerId: customer }] });
  expect(await add(ofNumber('317702566')?.partyUuid)).toMatchObject({ status: 400, body: { code: 'AUTH-00080' } });
  expect(await add(randomUUID())).toMatchObject({ status: 400, body: { code: 'AUTH-00079' } });
  const delegated = await administrator('GET', `/authentication/api/v1/enduser/systemuser/clients?agent=${id}`);
  expect(delegated).toMatchObject({ body: { data: [{ clientOrganizationNumber: '317701004' }] } });

  expect(await decisionOf(owner, id, '317701004')).toBe('Permit');
  expect(await decisionOf(owner, id, '317701136')).toBe('NotApplicable');
  expect(await decisionOf(owner, id, ORG.rettRegnskap)).toBe('NotApplicable');
  const token = await at.grant(maskinportenClient, jwk, {
    scope: CLAIMS_SCOPE,
    authorization_details: forCustomer(ORG.rettRegnskap, 'office'),
  });
  expect(token.status).toBe(200);

  const end = `${USER}/agent/${accountant.partyId}/${id}?facilitatorId=${accountant.partyUuid}`;
  expect(await manager('DELETE', end)).toMatchObject({ status: 400, body: { code: 'AUTH-00035' } });
  const pair = `client=${customer}&provider=${accountant.partyUuid}`;
  await administrator('DELETE', `${USER}/agent/${accountant.partyId}/${id}/client?${pair}`);
  expect(await decisionOf(owner, id, '317701004')).toBe('NotApplicable');
  expect(await manager('DELETE', end)).toMatchObject({ status: 200 });
});

/** SmartCloud AS with a Maskinporten client of its own, made over the administration API. */
async function aVendor(at: Platform, source: (typeof SOURCES)[number]) {
  const scopes = [
    'altinn:authentication/systemregister.write',
    'altinn:authentication/systemuser.request.write',
    'altinn:authentication/systemuser.request.read',
  ];
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk: JWK = { ...privateKey.export({ format: 'jwk' }), kid: 'path-1', alg: 'RS256' };
  const publicJwk = { ...publicKey.export({ format: 'jwk' }), kid: 'path-1', use: 'sig', alg: 'RS256' };
  const maskinportenClient = await clientOf(at, ORG.smartCloud, publicJwk, [...scopes, CLAIMS_SCOPE]);
  const scope = scopes.join(' ');
  if (source === 'the token generator') {
    const token = await generated(at, 'Enterprise', { orgNo: ORG.smartCloud, scopes: scope });
    return { vendor: caller(at, token), maskinportenClient, jwk };
  }
  const granted = await at.grant(maskinportenClient, jwk, { scope });
  const { access_token: raw } = granted.body as { access_token: string };
  if (source === 'Maskinporten') return { vendor: caller(at, raw), maskinportenClient, jwk };
  const exchanged = await caller(at, raw)('GET', '/authentication/api/v1/exchange/maskinporten');
  return { vendor: caller(at, String(exchanged.body)), maskinportenClient, jwk };
}

function aSystem(id: string, clientId: string) {
  const texts = { en: 'Demo', nb: 'Demo', nn: 'Demo' };
  return {
    id,
    vendor: { authority: 'iso6523-actorid-upis', ID: `0192:${ORG.smartCloud}` },
    name: texts,
    description: texts,
    rights: [CLAIMS],
    accessPackages: [TAX],
    clientId: [clientId],
    isVisible: false,
    allowedRedirectUrls: ['https://demo.no/receipt'],
  };
}

/** What Maskinporten asks: the system user of this client at this customer. */
async function lookup(at: Platform, clientId: string, orgNo: string, externalRef: string): Promise<Answer> {
  const scopes = 'altinn:maskinporten/systemuser.read';
  const maskinporten = caller(at, await generated(at, 'Enterprise', { orgNo: ORG.digdir, scopes }));
  const query = { clientId, systemProviderOrgNo: ORG.smartCloud, systemUserOwnerOrgNo: orgNo, externalRef };
  return maskinporten('GET', `${USER}/byExternalId?${new URLSearchParams(query)}`);
}

async function decisionOf(owner: Caller, systemUserId: string, orgNo: string): Promise<string | undefined> {
  const attribute = (AttributeId: string, Value: string) => ({ AttributeId, Value });
  const { body } = await owner('POST', '/authorization/api/v1/authorize', {
    Request: {
      AccessSubject: [{ Attribute: [attribute('urn:altinn:systemuser:uuid', systemUserId)] }],
      Action: [{ Attribute: [attribute('urn:oasis:names:tc:xacml:1.0:action:action-id', 'read')] }],
      Resource: [
        {
          Attribute: [
            attribute('urn:altinn:resource', 'ske-krav-og-betalinger'),
            attribute('urn:altinn:organization:identifier-no', orgNo),
          ],
        },
      ],
    },
  });
  return (body as { response?: { decision: string }[] }).response?.[0]?.decision;
}
