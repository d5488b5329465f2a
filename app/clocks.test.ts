import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatDateTime } from '#lib/i18n/format.ts';
import { HOUR_MS } from '#lib/kernel/durations.ts';
import { call } from '#lib/testing/call.ts';
import { aClientWithKey, aGrant, anAccess, aScope, ask } from '#lib/testing/maskinporten.ts';
import { aRequest, aRequestStory } from '#lib/testing/requests.ts';
import { serveTestDatabase } from '#lib/testing/test-database.ts';
import { systemUserRequests } from './(altinn)/authentication/api/v1/systemuser/request/[[...path]]/endpoints.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the clock of the host', () => {
  it('F30 changes no answer by the zone it is set to', async () => {
    const db = await serveTestDatabase();
    const story = await aRequestStory(db);
    const { id } = await aRequest(story);
    const { partyId } = story.customer;
    const answers = new Set<string>();
    for (const [zone, hour] of [
      ['Asia/Tokyo', 9],
      ['UTC', 0],
      ['America/St_Johns', 20],
    ] as const) {
      vi.stubEnv('TZ', zone);
      expect(new Date(0).getHours()).toBe(hour);
      const own = await call(systemUserRequests, db, story.vendor, ['GET', `vendor/${id}`]);
      const pending = await call(systemUserRequests, db, story.pia, ['GET', `${partyId}/${id}`]);
      expect([own.status, pending.status]).toEqual([200, 200]);
      answers.add([own.text, pending.text].join('\n'));
      expect(formatDateTime('en', new Date(0))).toMatch(/^1 January 1970 at.01:00$/);
    }
    expect(answers.size).toBe(1);
  });

  it.each([
    ['2027-03-28T00:59:59Z', '28. mars 2027 kl. 01.59'],
    ['2027-03-28T01:00:00Z', '28. mars 2027 kl. 03.00'],
    ['2027-10-31T00:59:59Z', '31. oktober 2027 kl. 02.59'],
    ['2027-10-31T01:00:00Z', '31. oktober 2027 kl. 02.00'],
    ['2016-12-31T23:59:59Z', '1. januar 2017 kl. 00.59'],
    ['2038-01-19T03:14:08Z', '19. januar 2038 kl. 04.14'],
  ])('F14 is told in Oslo’s time at %s', (at, text) => {
    expect(formatDateTime('nb', new Date(at)).replaceAll('\u00a0', ' ')).toBe(text);
  });

  it.each(['2027-03-28T01:00:00Z', '2027-10-31T01:00:00Z', '2038-01-19T03:14:08Z', '2106-02-07T06:28:16Z'])(
    'F14 gives tokens their whole life, and refuses the same grant again, at %s',
    async (at) => {
      const db = await serveTestDatabase();
      const now = new Date(at);
      const client = await aClientWithKey(db, { keyExpiresAt: new Date(now.getTime() + HOUR_MS) });
      await anAccess(db, await aScope(db), client.orgNo);
      const grant = aGrant(client, { now });
      const { status, claims } = await ask({ db, now }, grant);
      expect(status).toBe(200);
      expect(Number(claims?.exp) - Number(claims?.iat)).toBe(120);
      expect(claims?.iat).toBe(now.getTime() / 1000);
      expect(await ask({ db, now }, grant)).toMatchObject({ code: 'MP-012' });
    },
  );
});
