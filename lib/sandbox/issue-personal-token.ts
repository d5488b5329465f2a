import { randomUUID } from 'node:crypto';
import { toIso6523 } from '../kernel/brands.ts';
import { bindingProblem } from '../kernel/errors.ts';
import { findParty, findPerson, listParties, readPersonNo } from '../parties/find-party.ts';
import type { Person } from '../parties/model.ts';
import { DEFAULT_ORG_NO, type GeneratedTokens, pickAtRandom, signGenerated, signInBulk } from './generated-token.ts';
import type { Sandbox } from './open-sandbox.ts';
import type { PersonalQuery } from './schema.ts';

/** What a signed-in person's token has when the caller asks for nothing else. */
const DEFAULT_SCOPES = 'altinn:portal/enduser';

/**
 * Issues a person's token. Any one of person number, user id, party id, party uuid and user name gives the others from
 * the register; without any it is somebody of the register at random. Somebody unknown is minted as asked.
 * @throws ProblemError 400 when the register does not know the person and the query gives no user id.
 */
export async function issuePersonalToken(sandbox: Sandbox, query: PersonalQuery): Promise<GeneratedTokens> {
  if (query.bulkCount > 0) {
    return signInBulk(pickAtRandom(await everybody(sandbox), query.bulkCount), async (person) => {
      const pid = await readPersonNo(sandbox.db, person.uuid);
      return { name: pid ?? person.uuid, token: await sign(sandbox, query, { ...identityOf(person), pid }) };
    });
  }
  const person = await findAsked(sandbox, query);
  const known = person && { ...identityOf(person), pid: await readPersonNo(sandbox.db, person.uuid) };
  const { pid, userId, partyId, partyuuid, userName } = query;
  return sign(sandbox, query, {
    pid: pid ?? known?.pid,
    userId: userId ?? known?.userId,
    partyId: partyId ?? known?.partyId,
    partyuuid: partyuuid ?? known?.partyuuid,
    userName: userName ?? known?.userName,
  });
}

type Identity = Pick<PersonalQuery, 'pid' | 'userId' | 'partyId' | 'partyuuid' | 'userName'>;

async function findAsked(sandbox: Sandbox, query: PersonalQuery): Promise<Person | undefined> {
  const { db } = sandbox;
  const { pid, userId, partyId, partyuuid, userName } = query;
  if (pid !== undefined) return findPerson(db, { personNo: pid });
  if (userId !== undefined) return findPerson(db, { userId });
  if (partyuuid !== undefined) return findPerson(db, { uuid: partyuuid });
  if (userName !== undefined) return findPerson(db, { userName });
  if (partyId === undefined) return pickAtRandom(await everybody(sandbox), 1)[0];
  const party = await findParty(db, { partyId });
  return party?.kind === 'person' ? party : undefined;
}

async function everybody({ db }: Sandbox): Promise<readonly Person[]> {
  return (await listParties(db, 'person')).flatMap((party) => (party.kind === 'person' ? [party] : []));
}

function identityOf({ userId, userName, partyId, uuid }: Person): Identity {
  return { userId, userName, partyId, partyuuid: uuid };
}

/** @throws ProblemError 400 without a user id, since such a token would name nobody. */
async function sign(sandbox: Sandbox, query: PersonalQuery, who: Identity): Promise<string> {
  if (who.userId === undefined) throw bindingProblem({ userId: ['Needed: the register does not complete it.'] });
  const consumerOrgNo = query.consumerOrgNo ?? DEFAULT_ORG_NO;
  const claims = {
    scope: query.scopes ?? DEFAULT_SCOPES,
    client_id: query.clientId ?? randomUUID(),
    client_orgno: consumerOrgNo,
    consumer: toIso6523(consumerOrgNo),
    acr: acrOf(query.authLvl),
    ...(who.pid === undefined ? {} : { pid: who.pid }),
    nameid: who.userId,
    'urn:altinn:userid': who.userId,
    ...(who.userName === undefined ? {} : { 'urn:altinn:username': who.userName }),
    ...(who.partyId === undefined ? {} : { 'urn:altinn:partyid': who.partyId }),
    ...(who.partyuuid === undefined ? {} : { 'urn:altinn:party:uuid': who.partyuuid }),
    'urn:altinn:authenticatemethod': 'NotDefined',
    'urn:altinn:authlevel': query.authLvl,
  };
  return signGenerated(sandbox, claims, query.ttl);
}

/** ID-porten's name of an authentication level. */
function acrOf(level: number): string {
  if (level >= 4) return 'idporten-loa-high';
  return level === 3 ? 'idporten-loa-substantial' : 'idporten-loa-low';
}
