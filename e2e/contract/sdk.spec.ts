import { execFile } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ORG, PERSON } from '#db/seed/story.ts';
import { createAltinn } from '#lib/sdk/altinn.ts';
import { createMaskinporten } from '#lib/sdk/maskinporten.ts';
import { VENDOR_SCOPES } from '#lib/sdk/scopes.ts';
import { expect, test } from '../fixtures.ts';
import { clientOf, platform } from '../platform.ts';

const CLAIMS_SCOPE = 'skatteetaten:kravogbetalinger';
const CLAIMS_RIGHT = { resource: [{ id: 'urn:altinn:resource', value: 'ske-krav-og-betalinger' }] };
const COMMAND_LINE = join(import.meta.dirname, '../../lib/sdk/cli/main.ts');

const start = promisify(execFile);

test('a vendor goes the whole way with the SDK, and its tests say yes and look closer by the command line', async ({
  house,
}, info) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicJwk = { ...publicKey.export({ format: 'jwk' }), kid: 'sdk-1', use: 'sig', alg: 'RS256' };
  const scopes = [...Object.values(VENDOR_SCOPES), CLAIMS_SCOPE];
  const clientId = await clientOf(await platform(house), ORG.smartCloud, publicJwk, scopes);
  const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const key = { privateKey: pem, kid: 'sdk-1' };
  const maskinporten = createMaskinporten({ issuer: `${house.portal}/`, clientId, key });
  const altinn = createAltinn({ base: house.portal, token: maskinporten.token });

  const systemId = `${ORG.smartCloud}_sdk_${randomUUID().slice(0, 8)}`;
  const texts = { nb: 'Kasse', nn: 'Kasse', en: 'Till' };
  await altinn.registerSystem({
    id: systemId,
    vendor: { ID: `0192:${ORG.smartCloud}` },
    name: texts,
    description: texts,
    rights: [CLAIMS_RIGHT],
    clientId: [clientId],
    isVisible: false,
  });
  const asked = { systemId, partyOrgNo: ORG.rorOgVann, externalRef: 'shop-7', rights: [CLAIMS_RIGHT] };
  const { id, status } = await altinn.createRequest(asked);
  expect(status).toBe('New');

  const keyFile = info.outputPath('client.pem');
  writeFileSync(keyFile, pem);
  const env = {
    ...process.env,
    SYSTEMBRUKER_URL: house.portal,
    SYSTEMBRUKER_CLIENT_ID: clientId,
    SYSTEMBRUKER_KEY: keyFile,
    SYSTEMBRUKER_KID: 'sdk-1',
  };
  const cli = (...args: readonly string[]) => start(process.execPath, [COMMAND_LINE, ...args], { env });
  const customer = ['--scope', CLAIMS_SCOPE, '--organisation', ORG.rorOgVann, '--reference', 'shop-7'];
  await expect(cli('doctor', ...customer)).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/✓ access to the scopes\n.*✗ system user: MP-303\n.*A request is waiting/s),
  });
  expect(await cli('approve', id, '--person', PERSON.pia)).toEqual({ stdout: 'Approved\n', stderr: '' });
  expect(await altinn.waitForAnswer(id)).toMatchObject({ status: 'Accepted' });
  expect(await altinn.findSystemUser({ systemId, organisation: ORG.rorOgVann, externalRef: 'shop-7' })).toMatchObject({
    id,
  });

  const token = await maskinporten.systemUserToken({
    scope: CLAIMS_SCOPE,
    organisation: ORG.rorOgVann,
    externalRef: 'shop-7',
  });
  const claims = await fetch(`${house.krav}/kravogbetalinger/v1/regnskapssystem/${ORG.rorOgVann}/aapnekrav`, {
    headers: { authorization: `Bearer ${token.accessToken}` },
  });
  expect(claims.status).toBe(200);
  const { stdout } = await cli('doctor', ...customer);
  expect(stdout).toContain(`system user ${id}`);
});
