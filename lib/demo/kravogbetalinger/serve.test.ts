import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { serve } from './serve.ts';

const call = () =>
  serve(
    new Request('http://localhost/kravogbetalinger/v1/regnskapssystem/314400402/aapnekrav', {
      headers: { Korrelasjonsid: 'mine' },
    }),
  );

beforeEach(() => {
  vi.stubEnv('KRAV_SETTINGS_FILE', '/nowhere/krav.json');
  vi.stubEnv('KRAV_CLIENT_ID', '');
  vi.stubEnv('KRAV_CLIENT_JWK', '');
  vi.spyOn(console, 'log').mockReturnValue();
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

it.each([
  ['is nowhere to be found where nobody has given it a client', {}, 404, 'KB-003'],
  ['fails with half a client', { KRAV_CLIENT_ID: 'id' }, 500, 'KB-001'],
  ['fails without a client where nothing else is served', { SERVE: 'krav' }, 500, 'KB-001'],
])('%s', async (_, env, status, kode) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const answer = await call();
  expect([answer.status, answer.headers.get('korrelasjonsid')]).toEqual([status, 'mine']);
  expect(await answer.json()).toMatchObject({ kode, korrelasjonsid: 'mine' });
});
