import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { env } from '#lib/config/env.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import type { Organisation } from '#lib/parties/model.ts';
import { type Element, escapeXml, readXml } from '#lib/resources/policies/xml.ts';
import { aProtectedResource, aXacmlRequest } from '#lib/testing/authorization.ts';
import { anOrganisation, aPerson, aPersonNo } from '#lib/testing/parties.ts';
import { openTestDatabase } from '#lib/testing/test-database.ts';
import { authorization } from './endpoints.ts';

let organisation: Organisation;
let resourceId: string;
let userId: number;
const personNo = aPersonNo();

beforeEach(async () => {
  const database = await openTestDatabase('sqlite');
  replaceDatabase(database);
  organisation = await anOrganisation(database.db);
  userId = (await aPerson(database.db, { at: organisation, roles: ['DAGL'], personNo })).userId;
  resourceId = await aProtectedResource(database.db, { level: 3 });
});
afterEach(() => vi.restoreAllMocks());

async function decide(subject: Readonly<Record<string, string>>, key: string | undefined = 'sandbox') {
  const resource = {
    'urn:altinn:resource': resourceId,
    'urn:altinn:organization:identifier-no': organisation.orgNo,
  };
  const request = new Request('http://localhost/authorization/api/v1/decision', {
    method: 'POST',
    headers: key === undefined ? {} : { 'Ocp-Apim-Subscription-Key': key },
    body: JSON.stringify(aXacmlRequest({ subject, resource })),
  });
  const answer = await authorization.handlers.POST(request);
  return { status: answer.status, decision: answer.ok ? (await answer.json()).response[0].decision : undefined };
}

it('answers those who have the key about anybody, named by user id', async () => {
  expect(await decide({ 'urn:altinn:userid': String(userId) })).toEqual({ status: 200, decision: 'Permit' });
});

it('takes no person numbers', async () => {
  const subject = { 'urn:altinn:person:identifier-no': personNo };
  expect(await decide(subject)).toEqual({ status: 200, decision: 'Indeterminate' });
});

it.each(['', 'Sandbox', 'x'])('refuses the key %j', async (key) => {
  expect((await decide({ 'urn:altinn:userid': String(userId) }, key)).status).toBe(401);
});

it('B29 is not there where no key is set', async () => {
  const settings = { ...env(), SUBSCRIPTION_KEY: undefined };
  vi.spyOn(await import('#lib/config/env.ts'), 'env').mockReturnValue(settings);
  expect((await decide({ 'urn:altinn:userid': String(userId) })).status).toBe(404);
});

describe('in XML', () => {
  const SUBJECT = 'urn:oasis:names:tc:xacml:1.0:subject-category:access-subject';
  const ACTION = 'urn:oasis:names:tc:xacml:3.0:attribute-category:action';
  const RESOURCE = 'urn:oasis:names:tc:xacml:3.0:attribute-category:resource';
  const STRING = 'http://www.w3.org/2001/XMLSchema#string';

  const attributesOf = (category: string, id: string, values: Readonly<Record<string, string>>) =>
    `<Attributes Category="${category}" xml:id="${id}">${Object.entries(values)
      .map(
        ([name, value]) =>
          `<Attribute AttributeId="${name}" IncludeInResult="true"><AttributeValue DataType="${STRING}">${escapeXml(value)}</AttributeValue></Attribute>`,
      )
      .join('')}</Attributes>`;

  const aRequest = (inside: string) =>
    `<?xml version="1.0" encoding="utf-8"?><Request xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" ReturnPolicyIdList="false" CombinedDecision="false">${inside}</Request>`;

  const aQuestion = (action = 'read') =>
    [
      attributesOf(SUBJECT, 's1', { 'urn:altinn:userid': String(userId) }),
      attributesOf(ACTION, 'a1', { 'urn:oasis:names:tc:xacml:1.0:action:action-id': action }),
      attributesOf(RESOURCE, 'r1', {
        'urn:altinn:resource': resourceId,
        'urn:altinn:organization:identifier-no': organisation.orgNo,
      }),
    ].join('');

  async function ask(body: string, contentType = 'application/xml') {
    const answer = await authorization.handlers.POST(
      new Request('http://localhost/authorization/api/v1/decision', {
        method: 'POST',
        headers: { 'Ocp-Apim-Subscription-Key': 'sandbox', 'Content-Type': contentType },
        body,
      }),
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    return answer.text();
  }

  const findAttributes = (response: Element) =>
    (response.children[0]?.children ?? []).filter(({ name }) => name === 'Attributes');

  const decisionsIn = (xml: string) => [...xml.matchAll(/<xacml:Decision>(\w+)</g)].map(([, decision]) => decision);

  it.each(['application/xml', 'text/xml; charset=utf-8', 'application/xacml+xml'])('answers %s', async (type) => {
    expect(decisionsIn(await ask(aRequest(aQuestion()), type))).toEqual(['Permit']);
    expect(decisionsIn(await ask(aRequest(aQuestion('burn')), type))).toEqual(['NotApplicable']);
  });

  it('says the same as in JSON, obligations and echo with it', async () => {
    const response = readXml(await ask(aRequest(aQuestion())));
    expect(response).toMatchObject({ name: 'Response', children: [{ name: 'Result' }] });
    const [result] = response.children;
    expect(result?.children.map(({ name }) => name)).toEqual([
      'Decision',
      'Status',
      'Obligations',
      'Attributes',
      'Attributes',
      'Attributes',
    ]);
    expect(result?.children[1]?.children[0]?.attributes.Value).toBe('urn:oasis:names:tc:xacml:1.0:status:ok');
    expect(result?.children[2]?.children[0]?.children[0]).toMatchObject({ name: 'AttributeAssignment', text: '3' });
    expect(findAttributes(response)[0]).toMatchObject({
      attributes: { Category: SUBJECT },
      children: [
        {
          attributes: { AttributeId: 'urn:altinn:userid', IncludeInResult: 'false' },
          children: [{ name: 'AttributeValue', attributes: { DataType: STRING }, text: String(userId) }],
        },
      ],
    });
  });

  it('answers each reference of a multi-request', async () => {
    const other = attributesOf(ACTION, 'a2', { 'urn:oasis:names:tc:xacml:1.0:action:action-id': 'burn' });
    const reference = (action: string) =>
      `<RequestReference>${['s1', action, 'r1'].map((id) => `<AttributesReference ReferenceId="${id}"/>`).join('')}</RequestReference>`;
    const references = `<MultiRequests>${reference('a2')}${reference('a1')}</MultiRequests>`;
    const xml = await ask(aRequest(`${aQuestion()}${other}${references}`));
    expect(decisionsIn(xml)).toEqual(['NotApplicable', 'Permit']);
  });

  it.each([
    ['no XML', 'Request'],
    ['another document', '<Response xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17"/>'],
    ['another version', '<Request xmlns="urn:oasis:names:tc:xacml:2.0:context:schema:os"/>'],
    ['a document type', `<!DOCTYPE a [<!ENTITY b "c">]>${aRequest('')}`],
  ])('calls %s indeterminate', async (_, body) => {
    const xml = await ask(body);
    expect(decisionsIn(xml)).toEqual(['Indeterminate']);
    expect(xml).toContain('urn:oasis:names:tc:xacml:1.0:status:syntax-error');
  });

  it('writes back a value with marks of its own safely', async () => {
    const subject = attributesOf(SUBJECT, 's1', { 'urn:altinn:userid': String(userId), note: '<a href="&amp;">' });
    const rest = aQuestion().slice(aQuestion().indexOf('</Attributes>') + '</Attributes>'.length);
    const response = readXml(await ask(aRequest(subject + rest)));
    expect(findAttributes(response)[0]?.children[1]?.children[0]?.text).toBe('<a href="&amp;">');
  });
});
