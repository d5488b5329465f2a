import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { env } from '#lib/config/env.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import type { Organisation } from '#lib/parties/model.ts';
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
  resourceId = await aProtectedResource(database.db);
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
