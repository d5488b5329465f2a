import { beforeEach, describe, expect, it, vi } from 'vitest';
import { systemRegister } from '#app/(altinn)/authentication/api/v1/systemregister/[[...path]]/endpoints.ts';
import { enterpriseToken } from '#app/api/GetEnterpriseToken/endpoints.ts';
import type { Db } from '#db/open.ts';
import type { OrganisationActor } from '../context/context.ts';
import { aToken } from '../testing/call.ts';
import { anOrganisationActor } from '../testing/context.ts';
import { ENGINES, serveTestDatabase } from '../testing/test-database.ts';

vi.hoisted(() => vi.stubEnv('RATE_LIMIT_PER_MINUTE', '3'));

const CREDENTIALS = `Basic ${Buffer.from('sandbox:sandbox').toString('base64')}`;
const SCOPE = 'altinn:authentication/systemregister.write';

async function generate(orgNo: string, query = ''): Promise<string> {
  const headers = { host: 'localhost:3000', authorization: CREDENTIALS };
  const url = `http://localhost${enterpriseToken.base}?orgNo=${orgNo}&scopes=${SCOPE}${query}`;
  return (await enterpriseToken.handlers.GET(new Request(url, { headers }))).text();
}

async function statusWith(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  const url = `http://localhost${systemRegister.base}/vendor`;
  return (await systemRegister.handlers.GET(new Request(url, { headers }))).status;
}

describe.each(ENGINES)('the limit of calls with generated tokens on %s', (engine) => {
  let db: Db;
  let real: OrganisationActor;

  beforeEach(async () => {
    db = await serveTestDatabase(engine);
    real = anOrganisationActor();
  });

  it('D7 counts an organisation, however many tokens and clients it is given', async () => {
    for (let call = 0; call < 3; call++) expect(await statusWith(await generate(real.orgNo))).toBe(200);
    expect(await statusWith(await generate(real.orgNo))).toBe(429);
    expect(await statusWith(await generate(real.orgNo, '&clientId=another'))).toBe(429);
    expect(await statusWith(await generate('314400402'))).toBe(200);
  });

  it('D7 leaves the minute of a real client alone, also when a generated token names it', async () => {
    for (let call = 0; call < 4; call++) await statusWith(await generate(real.orgNo, `&clientId=${real.clientId}`));
    expect(await statusWith(await aToken(db, real))).toBe(200);
  });
});
