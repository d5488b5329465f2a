import { describe, expect, test } from 'vitest';
import { readEnv, readServe, readTracing, SettingsError } from './env.ts';

const SECRET = 'a-secret-of-at-least-32-characters-0';

describe('settings', () => {
  test('need nothing but a secret, and then describe a sandbox on this machine', () => {
    expect(readEnv({ AUTH_SECRET: SECRET })).toMatchObject({
      PORTAL_ENVIRONMENT: 'sandbox',
      PORTAL_URL: 'http://localhost:3000',
      issuer: 'http://localhost:3000/',
      KRAV_URL: 'http://localhost:3000',
      DATABASE_URL: 'file:data/portal.sqlite',
    });
  });

  test('an empty value counts as absent, and a final slash of an address is dropped', () => {
    const settings = readEnv({ AUTH_SECRET: SECRET, PORT: '', PORTAL_URL: 'https://portal.example/' });
    expect(settings).toMatchObject({
      PORT: 3000,
      PORTAL_URL: 'https://portal.example',
      issuer: 'https://portal.example/',
    });
  });

  test('that are wrong are all named at once', () => {
    const wrong = { AUTH_SECRET: 'short', PORT: 'many', DATABASE_URL: 'mysql://x', PORTAL_ENVIRONMENT: 'staging' };
    expect(messageOf(wrong)).toMatch(/^Wrong settings:\n/);
    for (const name of Object.keys(wrong)) expect(messageOf(wrong)).toContain(`  - ${name}: `);
  });

  test.each([
    ['a missing secret', {}, 'AUTH_SECRET: required'],
    ['no address outside the sandbox', { PORTAL_ENVIRONMENT: 'test' }, 'PORTAL_URL: required when PORTAL_ENVIRONMENT'],
    [
      'plain http in production',
      { PORTAL_ENVIRONMENT: 'production', PORTAL_URL: 'http://portal.example' },
      'PORTAL_URL: must be https in production',
    ],
    ['production without a log-in', { PORTAL_ENVIRONMENT: 'production' }, 'OIDC_ISSUER: required in production'],
    ['operators among strangers', { PORT: '3000', OPERATIONS_PORT: '3000' }, 'OPERATIONS_PORT: must be another port'],
    ['half an OpenID provider', { OIDC_CLIENT_ID: 'portal' }, 'set all three or none'],
  ])('refuse %s', (_, given, line) => {
    const secret = line.startsWith('AUTH_SECRET') ? {} : { AUTH_SECRET: SECRET };
    expect(messageOf({ ...secret, ...given })).toContain(line);
  });
});

describe('a process', () => {
  test('that serves a guest needs no secret and stands at its own address', () => {
    const { wings, address } = readServe({ SERVE: 'krav', PORT: '3001', PORTAL_URL: 'https://portal.example' });
    expect([wings, address.origin]).toEqual(['krav', 'http://localhost:3001']);
  });

  test('serves no wing that does not exist', () => {
    expect(() => readServe({ SERVE: 'altinn' })).toThrow(SettingsError);
  });
});

function messageOf(given: Readonly<Record<string, string | undefined>>): string {
  try {
    readEnv(given);
    return '';
  } catch (error) {
    return error instanceof SettingsError ? error.message : String(error);
  }
}

describe('where webhooks may go', () => {
  const of = (environment: string, given: Readonly<Record<string, string>> = {}) => {
    const { WEBHOOK_HTTP, WEBHOOK_LOOPBACK } = readEnv({
      AUTH_SECRET: 'x'.repeat(32),
      PORTAL_ENVIRONMENT: environment,
      PORTAL_URL: 'https://portal.example',
      OIDC_ISSUER: 'https://id.example',
      OIDC_CLIENT_ID: 'id',
      OIDC_CLIENT_JWK: '{}',
      ...given,
    });
    return [WEBHOOK_HTTP, WEBHOOK_LOOPBACK];
  };

  test('D13 is https on the internet in production, and wider only where nothing real is', () => {
    expect([of('production'), of('test'), of('sandbox')]).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
    expect(of('sandbox', { WEBHOOK_HTTP: 'false', WEBHOOK_LOOPBACK: 'false' })).toEqual([false, false]);
  });
});

describe('tracing', () => {
  const URL = 'http://collector.example:4318';
  const read = (given: Readonly<Record<string, string | undefined>>) => readTracing(given);

  test('is off unless a collector is named, and when it is switched off', () => {
    const off = [
      {},
      { OTEL_EXPORTER_OTLP_ENDPOINT: '' },
      { OTEL_EXPORTER_OTLP_ENDPOINT: URL, OTEL_SDK_DISABLED: 'True' },
      { OTEL_EXPORTER_OTLP_ENDPOINT: URL, OTEL_TRACES_EXPORTER: 'none' },
    ];
    expect(off.map(read)).toEqual(off.map(() => undefined));
  });

  test('goes below the collector’s address, or to the one for traces as it stands', () => {
    expect(read({ OTEL_EXPORTER_OTLP_ENDPOINT: URL })).toEqual({
      endpoint: `${URL}/v1/traces`,
      headers: {},
      serviceName: undefined,
      sampler: 'parentbased_always_on',
      ratio: 1,
    });
    const addresses = [
      { OTEL_EXPORTER_OTLP_ENDPOINT: `${URL}/otlp/` },
      { OTEL_EXPORTER_OTLP_ENDPOINT: URL, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${URL}/mine` },
    ];
    expect(addresses.map((given) => read(given)?.endpoint)).toEqual([`${URL}/otlp/v1/traces`, `${URL}/mine`]);
  });

  test('sends the headers it is given, those for traces before the others', () => {
    const given = { OTEL_EXPORTER_OTLP_ENDPOINT: URL, OTEL_EXPORTER_OTLP_HEADERS: 'API-Key=a%20b%2Cc , tenant=1' };
    expect(read(given)?.headers).toEqual({ 'api-key': 'a b,c', tenant: '1' });
    expect(read({ ...given, OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x=y' })?.headers).toEqual({ x: 'y' });
  });

  test.each([
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'grpc://collector:4317'],
    ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'collector'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'secret-key'],
    ['OTEL_EXPORTER_OTLP_TRACES_HEADERS', 'secret-key=%0d%0a'],
    ['OTEL_TRACES_EXPORTER', 'zipkin'],
    ['OTEL_TRACES_SAMPLER', 'jaeger_remote'],
    ['OTEL_TRACES_SAMPLER_ARG', '1.5'],
    ['OTEL_SDK_DISABLED', 'yes'],
  ])('E1 a wrong %s stops the start, of the portal and of a guest, without what it says', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(SettingsError);
    expect(messageOf({ AUTH_SECRET: SECRET, [name]: value })).toContain(`  - ${name}: `);
    expect(messageOf({ AUTH_SECRET: SECRET, [name]: value })).not.toContain('secret-key');
  });
});
