import { altinnCaller } from '../call-altinn.ts';
import { membersOf } from '../call-service.ts';
import { type Command, oneOf, onlyWord, required } from './command.ts';
import { callSandbox } from './sandbox.ts';
import { PLACE, urlOf } from './settings.ts';
import { KIND, KINDS } from './wait.ts';

const USERS = '/authentication/api/v1/systemuser';
const PATHS = {
  standard: `${USERS}/request`,
  agent: `${USERS}/request/agent`,
  change: `${USERS}/changerequest`,
} as const;

/** Says yes as one of the sandbox's people, by the API that the portal itself has: who may not, cannot. */
export const approve: Command = {
  summary: 'Approve a request as one of the sandbox’s people, without a browser',
  words: 'ID',
  options: {
    ...PLACE,
    ...KIND,
    person: { type: 'string', value: 'NUMBER', help: 'who says yes, such as 14837912092 (Pia Strøm)' },
  },
  run: async (given, world) => {
    const id = onlyWord(given, 'the id of the request');
    const path = PATHS[oneOf(given, 'kind', KINDS)];
    const query = new URLSearchParams({ pid: required(given, 'person'), scopes: 'altinn:portal/enduser' });
    const accessToken = String(await callSandbox(given, world, { path: `/api/GetPersonalToken?${query}` }));
    const call = altinnCaller(world.fetch, urlOf(given), async () => ({ accessToken }));
    const asPerson = { scope: 'altinn:portal/enduser' };
    const { partyId } = membersOf(await call({ ...asPerson, path: `${path}/${encodeURIComponent(id)}` }));
    await call({ ...asPerson, method: 'POST', path: `${path}/${String(partyId)}/${encodeURIComponent(id)}/approve` });
    return { ok: true, text: 'Approved', json: { id, status: 'Accepted' } };
  },
};
