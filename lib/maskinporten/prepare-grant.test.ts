import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { DAY_MS } from '../kernel/durations.ts';
import {
  aClientWithKey,
  anAccess,
  aPublicJwk,
  aScope,
  ask,
  TEST_SCOPE,
  type TestClient,
} from '../testing/maskinporten.ts';
import { anOrganisation } from '../testing/parties.ts';
import { aSystem, aSystemUser } from '../testing/systems.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { grantProgram, type PreparedGrant, prepareGrant } from './prepare-grant.ts';

describe('a prepared grant', () => {
  let db: Db;
  let client: TestClient;
  let folder: string;

  beforeAll(async () => {
    ({ db } = await openTestDatabase());
    client = await aClientWithKey(db, { keyExpiresAt: new Date(Date.now() + DAY_MS) });
    await aScope(db);
    await anAccess(db, TEST_SCOPE, client.orgNo);
    folder = mkdtempSync(join(tmpdir(), 'grant-'));
    writeFileSync(join(folder, 'key.pem'), client.key.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const prepare = (systemUser?: { partyOrgNo: string; externalRef: string }, consumerOrgNo?: string) =>
    prepareGrant({
      clientId: client.clientId,
      key: { kid: client.key.kid, jwk: aPublicJwk(client.key) as never },
      scopes: [TEST_SCOPE],
      systemUser,
      consumerOrgNo,
    });

  it('says what the client would say, with a reference of its own only where there is one', () => {
    expect(prepare()).toEqual({
      header: { alg: 'RS256', kid: client.key.kid },
      claims: { aud: env().issuer, iss: client.clientId, scope: TEST_SCOPE },
    });
    const [own] = prepare({ partyOrgNo: '314400402', externalRef: '314400402' }).claims
      .authorization_details as object[];
    expect(own).not.toHaveProperty('externalRef');
    expect(prepare(undefined, '314400402').claims).toMatchObject({ consumer_org: '314400402' });
  });

  it('gives a token for the system user when its program has signed and sent it', async () => {
    const party = await anOrganisation(db);
    const system = await aSystem(db, { vendorOrgNo: client.orgNo, clientIds: [client.clientId] });
    const user = await aSystemUser(db, { system, party, externalRef: 'kunde-1' });
    const prepared = prepare({ partyOrgNo: party.orgNo, externalRef: 'kunde-1' });
    const sent = await run(prepared);
    expect(sent.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    const outcome = await ask({ db, now: new Date() }, sent.get('assertion') ?? undefined);
    expect(outcome).toMatchObject({
      status: 200,
      claims: { authorization_details: [{ systemuser_id: [user.id] }] },
    });
  });

  /** Runs the program against a listener in the place of the token endpoint. @returns the form that it sent */
  async function run(prepared: PreparedGrant): Promise<URLSearchParams> {
    const form = Promise.withResolvers<URLSearchParams>();
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      response.end('{}');
      form.resolve(new URLSearchParams(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const file = join(folder, 'grant.mjs');
    writeFileSync(file, grantProgram(prepared).replace(`'${env().issuer}token'`, `'http://127.0.0.1:${port}/token'`));
    const child = spawn(process.execPath, [file], { cwd: folder });
    child.once('exit', (code) => code !== 0 && form.reject(new Error(`The program ended with ${code}.`)));
    try {
      return await form.promise;
    } finally {
      server.close();
    }
  }
});
