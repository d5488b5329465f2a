import { namespaces } from '#app/%5Fsandbox/namespaces/[[...path]]/endpoints.ts';
import { snapshots } from '#app/%5Fsandbox/snapshots/[[...path]]/endpoints.ts';
import { systemRegister } from '#app/(altinn)/authentication/api/v1/systemregister/[[...path]]/endpoints.ts';
import { systemUsers } from '#app/(altinn)/authentication/api/v1/systemuser/[[...path]]/endpoints.ts';
import { changeRequests } from '#app/(altinn)/authentication/api/v1/systemuser/changerequest/[[...path]]/endpoints.ts';
import { systemUserRequests } from '#app/(altinn)/authentication/api/v1/systemuser/request/[[...path]]/endpoints.ts';
import { jwk } from '#app/(maskinporten)/jwk/endpoints.ts';
import { metadata } from '#app/(maskinporten)/metadata/endpoints.ts';
import { token } from '#app/(maskinporten)/token/endpoints.ts';
import { sandboxControls } from '#app/api/_sandbox/endpoints.ts';
import { personalToken } from '#app/api/GetPersonalToken/endpoints.ts';
import type { Db } from '#db/open.ts';
import { now } from '../context/clock.ts';
import { createLane, type LaneSection } from '../http/lane.ts';
import { DAY_MS } from '../kernel/durations.ts';
import { VENDOR_SCOPES } from '../sdk/scopes.ts';
import { aClientWithKey, anAccess, aScope, TEST_SCOPE } from './maskinporten.ts';
import { aRequestStory } from './requests.ts';

const lane = createLane([
  systemRegister,
  systemUsers,
  changeRequests,
  systemUserRequests,
  jwk,
  metadata,
  token,
  personalToken,
  sandboxControls,
  snapshots,
  namespaces,
]);

/** A call that left the SDK. */
export type SentCall = { readonly method: string; readonly url: URL; readonly body: string };

/**
 * The endpoints of this process, called like `fetch`.
 * @param calls gets every call that is made
 * @param instead may answer in their place
 */
export function houseFetch(
  calls: SentCall[] = [],
  instead: (call: SentCall) => Response | undefined = () => undefined,
): (url: string, init: RequestInit) => Promise<Response> {
  return async (address, init) => {
    const url = new URL(address);
    const call = { method: init.method ?? 'GET', url, body: String(init.body ?? '') };
    calls.push(call);
    const request = new Request(url, init);
    request.headers.set('host', url.host);
    return instead(call) ?? answer(lane(url.pathname), request);
  };
}

async function answer(section: LaneSection | undefined, request: Request): Promise<Response> {
  const handler = section?.handlers[request.method as keyof LaneSection['handlers']];
  return handler ? handler(request) : new Response('', { status: 404 });
}

/** A vendor whose client has every scope, a system that lists the client, and a customer with people. */
export async function aVendorStory(db: Db) {
  const story = await aRequestStory(db);
  const { orgNo } = story.vendor;
  const scopes = [...Object.values(VENDOR_SCOPES), TEST_SCOPE];
  for (const name of scopes) await anAccess(db, await aScope(db, { name }), orgNo);
  const client = await aClientWithKey(db, { orgNo, scopes, keyExpiresAt: new Date(now().getTime() + 365 * DAY_MS) });
  const { internalId } = story.system;
  await db.insert(db.tables.systemClients).values({ clientId: client.clientId, systemInternalId: internalId });
  const privateKey = { ...client.key.privateKey.export({ format: 'jwk' }), kid: client.key.kid };
  return { ...story, client, clientId: client.clientId, key: { privateKey } };
}
