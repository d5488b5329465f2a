import { randomUUID } from 'node:crypto';
import { toIso6523 } from '../kernel/brands.ts';
import { bindingProblem } from '../kernel/errors.ts';
import { prefixesOf } from '../maskinporten/prefixes/find-prefix.ts';
import { findOrganisation, findParty, listParties } from '../parties/find-party.ts';
import type { Organisation, Party } from '../parties/model.ts';
import { type GeneratedTokens, pickAtRandom, signGenerated, signInBulk } from './generated-token.ts';
import type { Sandbox } from './open-sandbox.ts';
import type { EnterpriseQuery } from './schema.ts';

/**
 * Issues an organisation's token with the scopes asked for. Short code and number complete each other from the register;
 * any organisation number is minted as asked; without any it is an organisation of the register at random.
 * @throws ProblemError 400 when the register does not know the code or party, and the query gives no number.
 */
export async function issueEnterpriseToken(sandbox: Sandbox, query: EnterpriseQuery): Promise<GeneratedTokens> {
  if (query.bulkCount === 0) return sign(sandbox, query, await identify(sandbox, query));
  return signInBulk(pickAtRandom(await allOf(sandbox), query.bulkCount), async ({ orgNo, orgCode }) => ({
    name: orgNo,
    token: await sign(sandbox, query, { orgNo, org: orgCode }),
  }));
}

async function allOf({ db }: Sandbox): Promise<readonly Organisation[]> {
  return (await listParties(db, 'organisation')).flatMap((party) => (party.kind === 'organisation' ? [party] : []));
}

type Identity = { readonly orgNo: string; readonly org: string | undefined };

async function identify(sandbox: Sandbox, query: EnterpriseQuery): Promise<Identity> {
  const { orgNo, org } = query;
  if (orgNo !== undefined) return { orgNo, org: org ?? (await findOrganisation(sandbox.db, orgNo))?.orgCode };
  const known = await findAsked(sandbox, query);
  if (known?.kind !== 'organisation') throw bindingProblem({ orgNo: ['Needed: the register does not complete it.'] });
  return { orgNo: known.orgNo, org: known.orgCode };
}

async function findAsked(sandbox: Sandbox, { org, partyId, partyuuid }: EnterpriseQuery): Promise<Party | undefined> {
  const { db } = sandbox;
  if (org !== undefined) return findOrganisation(db, { orgCode: org });
  if (partyuuid !== undefined) return findParty(db, { uuid: partyuuid });
  if (partyId !== undefined) return findParty(db, { partyId });
  return pickAtRandom(await allOf(sandbox), 1)[0];
}

async function sign(sandbox: Sandbox, query: EnterpriseQuery, { orgNo, org }: Identity): Promise<string> {
  const prefixes = await prefixesOf(sandbox.db, orgNo);
  const claims = {
    scope: query.scopes ?? '',
    client_id: query.clientId ?? randomUUID(),
    consumer: toIso6523(orgNo),
    ...(prefixes.length > 0 ? { consumer_prefix: prefixes } : {}),
    ...(query.supplierOrgNo === undefined ? {} : { supplier: toIso6523(query.supplierOrgNo) }),
    'urn:altinn:orgNumber': orgNo,
    ...(org === undefined ? {} : { 'urn:altinn:org': org }),
    'urn:altinn:authenticatemethod': 'maskinporten',
    'urn:altinn:authlevel': 3,
  };
  return signGenerated(sandbox, claims, query.ttl);
}
