import { afterEach, describe, expect, it, vi } from 'vitest';
import { bindingProblem } from '../kernel/errors.ts';

const PATH = '/authentication/api/v1/systemuser/vendor/bysystem/1_x';
const forwarded = new Request('http://127.0.0.1:3000/', {
  headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'first.example, second.example, last.example' },
});

/** The settings are read once per process, so each case loads its own copy of the module. */
async function pagingWith(settings: Readonly<Record<string, string>>) {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  return import('./paging.ts');
}

afterEach(() => vi.unstubAllEnvs());

describe('next links', () => {
  it('A31 come from the settings when no proxy is configured, whatever the headers say', async () => {
    const { toNextLink } = await pagingWith({ PORTAL_URL: 'https://portal.example' });
    expect(toNextLink(forwarded, PATH, 'NzM0Ng')).toBe(`https://portal.example${PATH}?token=NzM0Ng`);
  });

  it('take the last forwarded host behind a configured proxy', async () => {
    const { toNextLink } = await pagingWith({ PORTAL_URL: 'http://localhost:3000', TRUSTED_PROXY: 'true' });
    expect(toNextLink(forwarded, PATH, 'NzM0Ng')).toBe(`https://last.example${PATH}?token=NzM0Ng`);
  });

  it('follow a forwarded host that names the port of its scheme', async () => {
    const { toNextLink } = await pagingWith({ PORTAL_URL: 'http://localhost:3000', TRUSTED_PROXY: 'true' });
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'platform.example:443' };
    const request = new Request('http://127.0.0.1/', { headers });
    expect(toNextLink(request, PATH, 'x')).toBe(`https://platform.example${PATH}?token=x`);
  });

  it.each(['evil.example/path', 'user@evil.example', 'a b', ''])('ignore a forwarded host like "%s"', async (host) => {
    const { toNextLink } = await pagingWith({ PORTAL_URL: 'https://portal.example', TRUSTED_PROXY: 'true' });
    const request = new Request('http://127.0.0.1/', { headers: { 'x-forwarded-host': host } });
    expect(toNextLink(request, PATH, 'x')).toBe(`https://portal.example${PATH}?token=x`);
  });
});

describe('page tokens', () => {
  it('are the base64url of the JSON of the cursor', async () => {
    const { decodePageToken, encodePageToken, sequenceCursor } = await pagingWith({});
    expect(encodePageToken(7346)).toBe('NzM0Ng');
    expect(decodePageToken('NzM0Ng', sequenceCursor)).toBe(7346);
    expect(decodePageToken(undefined, sequenceCursor)).toBeUndefined();
  });

  it.each(["'", '"', ';--', '\\', '%27', 'e30', 'LTE', 'MS41', '!!'])('E6 refuse %s on `token`', async (token) => {
    const { decodePageToken, sequenceCursor } = await pagingWith({});
    expect(() => decodePageToken(token, sequenceCursor)).toThrow(
      expect.objectContaining({ status: 400, errors: bindingProblem({ token: ['The token is not valid.'] }).errors }),
    );
  });
});
