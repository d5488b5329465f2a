import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { env } from '#lib/config/env.ts';
import { rejectRequest } from '#lib/requests/reject-request.ts';
import { as, TEST_NOW } from '#lib/testing/context.ts';
import { anApprovedRequest, aRequest, aRequestStory, type RequestStory } from '#lib/testing/requests.ts';
import { serveTestDatabase } from '#lib/testing/test-database.ts';
import { logout } from './endpoints.ts';

describe('the log-out after an answer', () => {
  let db: Db;
  let story: RequestStory;

  beforeAll(async () => {
    db = await serveTestDatabase();
    story = await aRequestStory(db);
  });

  const redirectUrl = 'https://vendor.example/receipt?c=42';
  const leave = async (cookie?: string) => {
    const url = `http://localhost${logout.base}/handleloggedout`;
    const response = await logout.handlers.GET(new Request(url, cookie ? { headers: { cookie } } : {}));
    expect(response.status).toBe(302);
    return response.headers.get('location');
  };

  it('leads to the vendor with the address unmodified', async () => {
    const approved = await anApprovedRequest(story, { redirectUrl });
    expect(await leave(`AltinnLogoutInfo=SystemuserRequestId=${approved.id}`)).toBe(redirectUrl);
    const rejected = await aRequest(story, { redirectUrl });
    const key = { kind: 'standard', id: rejected.id, party: { uuid: story.customer.uuid } } as const;
    await rejectRequest(as({ db, now: TEST_NOW }, story.pia), key);
    expect(await leave(`other=1; AltinnLogoutInfo=SystemuserRequestId=${rejected.id}`)).toBe(redirectUrl);
  });

  it('leads to the portal when nothing was answered, or the cookie says nothing', async () => {
    const waiting = await aRequest(story, { redirectUrl });
    const portal = `${env().PORTAL_URL}/`;
    expect(await leave(`AltinnLogoutInfo=SystemuserRequestId=${waiting.id}`)).toBe(portal);
    expect(await leave(`AltinnLogoutInfo=__proto__=${waiting.id}`)).toBe(portal);
    expect(await leave('AltinnLogoutInfo=https://evil.example')).toBe(portal);
    expect(await leave()).toBe(portal);
  });

  it('goes by way of the log-out itself', async () => {
    const response = await logout.handlers.GET(new Request(`http://localhost${logout.base}`));
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`${env().PORTAL_URL}${logout.base}/handleloggedout`);
  });
});
