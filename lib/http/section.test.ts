import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { unauthenticated } from '../kernel/errors.ts';
import { adminResponse } from './admin-response.ts';
import { errorsByMember, parseJson, readJson } from './body.ts';
import { createLane } from './lane.ts';
import { oauthResponse } from './oauth-response.ts';
import { toOpenApi } from './openapi.ts';
import { problemResponse } from './problem-response.ts';
import { json } from './responses.ts';
import { apiSection, endpoint } from './section.ts';

const body = z.object({ id: z.string(), vendor: z.object({ ID: z.string() }), tags: z.record(z.string(), z.string()) });
const section = apiSection({
  base: '/things/api/v1',
  title: 'Things',
  onError: problemResponse,
  endpoints: [
    endpoint('GET', '', { summary: 'All' }, () => json([])),
    endpoint('GET', '{id}', { summary: 'One' }, ({ params }) => json({ id: params.id })),
    endpoint('GET', 'vendor', { summary: 'Own' }, () => json('own')),
    endpoint('POST', 'vendor', { summary: 'New', body }, async ({ request }) => json(await readJson(request, body))),
    endpoint('GET', 'broken', { summary: 'Throws' }, () => {
      throw new Error('secret detail');
    }),
    endpoint('GET', 'closed', { summary: 'Refuses' }, () => {
      throw unauthenticated();
    }),
  ],
});
const call = (path: string, init?: RequestInit) =>
  section.handlers.GET(new Request(`http://localhost/things/api/v1${path}`, init));
const post = (value: string) => call('/vendor', { method: 'POST', body: value });

describe('an API section', () => {
  it.each([
    ['', '[]'],
    ['/', '[]'],
    ['/Vendor/', '"own"'],
    ['/a%2Fb', '{"id":"a/b"}'],
  ])('answers %j without regard to case or a trailing slash', async (path, expected) => {
    expect(await (await call(path)).text()).toBe(expected);
  });

  it.each(['//', '//vendor', '/vendor//', '///', '//a', '/a//'])(
    'D12 answers 404 to %j, whose slash is doubled',
    async (path) => {
      expect((await call(path)).status).toBe(404);
    },
  );

  it('answers 404 for an unknown path and 405 with Allow for another method', async () => {
    expect((await call('/a/b')).status).toBe(404);
    const refused = await call('/vendor', { method: 'DELETE' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  it('says with a 401 whether a token was missing or not taken', async () => {
    const challenge = async (init?: RequestInit) => (await call('/closed', init)).headers.get('www-authenticate');
    expect(await challenge()).toBe('Bearer');
    expect(await challenge({ headers: { authorization: 'Basic eDp5' } })).toBe('Bearer');
    for (const authorization of ['Bearer x', 'bearer x', 'Bearer']) {
      expect(await challenge({ headers: { authorization } })).toBe('Bearer error="invalid_token"');
    }
  });

  it('E7 F22 answers 500 with a trace id and without the message, and the next request as ever', async () => {
    const response = await call('/broken');
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).toContain('traceId');
    expect(text).not.toContain('secret');
    expect((await post('{"id":"x","vendor":{"ID":"0192:1"},"tags":{}}')).status).toBe(200);
  });

  it('binds members without regard to case and keeps the keys of maps', async () => {
    const response = await post('{"Id":"x","VENDOR":{"id":"0192:1"},"tags":{"Nb":"y"}}');
    expect(await response.json()).toEqual({ id: 'x', vendor: { ID: '0192:1' }, tags: { Nb: 'y' } });
  });

  it('says only of what type a member must be, when it has another', () => {
    const { error } = z.object({ kinds: z.array(z.string()).max(2) }).safeParse({ kinds: 'maskinporten' });
    expect(error?.issues).toHaveLength(2);
    expect(errorsByMember(error?.issues ?? [])).toEqual({ '$.kinds': [expect.stringContaining('expected array')] });
  });

  it('names the members that do not bind', async () => {
    const response = await post('{"id":1}');
    expect(response.status).toBe(400);
    expect(Object.keys((await response.json()).errors)).toEqual(['$.id', '$.vendor', '$.tags']);
    expect((await post('{')).status).toBe(400);
  });

  it('D1 D2 refuses a body that is too large or compressed', async () => {
    expect((await post('x'.repeat(64 * 1024 + 1))).status).toBe(413);
    const gzip = await call('/vendor', { method: 'POST', body: '{}', headers: { 'content-encoding': 'gzip' } });
    expect(gzip.status).toBe(415);
  });

  it('D11 drops __proto__ members', async () => {
    await post('{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}');
    expect(({} as { x?: number }).x).toBeUndefined();
    for (const name of ['__proto__', '\\u005f_proto__', '__pr\\u006Fto__']) {
      expect(parseJson(`{"a":{"${name}":{"x":1}}}`)).toEqual({ a: {} });
    }
    expect(parseJson('{"a":"\\u00e5"}')).toEqual({ a: 'å' });
  });
});

describe('the machine lane', () => {
  const longer = apiSection({ base: '/things/api/v1/vendor/x', title: 'X', onError: problemResponse, endpoints: [] });
  const lane = createLane([section, longer]);

  it('finds the longest base without regard to case', () => {
    expect(lane('/Things/API/v1/vendor')).toBe(section);
    expect(lane('/things/api/v1/vendor/X/y')).toBe(longer);
    expect(lane('/things/api/v10')).toBeUndefined();
    expect(lane('/other')).toBeUndefined();
  });
});

describe('the API reference', () => {
  it('has every endpoint with its path parameters and body', () => {
    const { paths } = toOpenApi([{ name: 'All', sections: [section] }], 'http://localhost') as {
      paths: Record<string, Record<string, unknown>>;
    };
    expect(Object.keys(paths)).toEqual([
      '/things/api/v1',
      '/things/api/v1/broken',
      '/things/api/v1/closed',
      '/things/api/v1/vendor',
      '/things/api/v1/{id}',
    ]);
    expect(paths['/things/api/v1/vendor']?.post).toMatchObject({
      requestBody: { content: { 'application/json': { schema: { required: ['id', 'vendor', 'tags'] } } } },
    });
  });
});

describe('a text that the database cannot hold', () => {
  const unstorable = new Error('Failed query', { cause: Object.assign(new Error('no'), { code: '22021' }) });

  it.each([
    ['a problem', problemResponse, { errors: { $: ['A text holds a NUL character.'] } }],
    ['an OAuth error', (error: unknown) => oauthResponse('http://localhost/', error), { error: 'invalid_request' }],
    ['an error of the administration API', adminResponse, { error: 'invalid_request' }],
  ])('is refused as %s', (_, respond, expected) => {
    const { status, body: text } = respond(unstorable);
    expect([status, JSON.parse(text ?? '')]).toEqual([400, expect.objectContaining(expected)]);
  });
});
