import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findSettings } from './settings.ts';

const JWK = { kty: 'RSA', d: 'secret' };

it('takes the portal of the same machine when nothing else is said', () => {
  const settings = findSettings({
    PORT: '4000',
    KRAV_SETTINGS_FILE: '/nowhere/krav.json',
    KRAV_CLIENT_ID: 'id',
    KRAV_CLIENT_JWK: JSON.stringify(JWK),
  });
  expect(settings).toEqual({
    issuer: 'http://localhost:4000/',
    pdpUrl: 'http://localhost:4000',
    clientId: 'id',
    clientJwk: JWK,
    resource: 'ske-krav-og-betalinger',
    scope: 'skatteetaten:kravogbetalinger',
    audience: 'http://localhost:4000/kravogbetalinger/v1',
  });
});

it('reads a file, and lets the environment win over it', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'krav-')), 'krav.json');
  writeFileSync(path, JSON.stringify({ KRAV_CLIENT_ID: 'from-file', KRAV_CLIENT_JWK: JWK, KRAV_SCOPE: 'a:b' }));
  const settings = findSettings({
    KRAV_SETTINGS_FILE: path,
    KRAV_SCOPE: 'c:d',
    PORTAL_URL: 'https://portal.example/',
    KRAV_ISSUER: 'https://issuer.example/',
  });
  expect(settings).toMatchObject({ clientId: 'from-file', clientJwk: JWK, scope: 'c:d' });
  expect(settings).toMatchObject({ issuer: 'https://issuer.example/', pdpUrl: 'https://portal.example' });
});

it('refuses to start without a client, and with a key that has no private part', () => {
  expect(() => findSettings({ KRAV_SETTINGS_FILE: '/nowhere', SERVE: 'krav' })).toThrow('KRAV_CLIENT_ID');
  expect(() => findSettings({ KRAV_SETTINGS_FILE: '/nowhere', KRAV_CLIENT_ID: 'id' })).toThrow('KRAV_CLIENT_JWK');
  expect(() =>
    findSettings({ KRAV_SETTINGS_FILE: '/nowhere', KRAV_CLIENT_ID: 'id', KRAV_CLIENT_JWK: '{"kty":"RSA"}' }),
  ).toThrow('KRAV_CLIENT_JWK');
});
