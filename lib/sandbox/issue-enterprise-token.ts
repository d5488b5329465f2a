import { randomUUID } from 'node:crypto';
import { toIso6523 } from '../kernel/brands.ts';
import { bindingProblem } from '../kernel/errors.ts';
import { prefixesOf } from '../maskinporten/prefixes/find-prefix.ts';
import { findOrganisation, findParty, listParties } from '../parties/find-party.ts';
import { type GeneratedTokens, pickAtRandom, signGenerated, signInBulk } from './generated-token.ts';
import type { Sandbox } from './open-sandbox.ts';
import type { EnterpriseQuery } from './schema.ts';

/**
 * Issues an organisation's token with the scopes asked for. Short code and number complete each other from the register;
 * any organisation number is minted as asked.
 * @throws ProblemError 400 when nothing says which organisation.
 */
export async function issueEnterpriseToken(sandbox: Sandbox, query: EnterpriseQuery): Promise<GeneratedTokens> {
  if (query.bulkCount === 0) return sign(sandbox, query, await identify(sandbox, query));
  const all = (await listParties(sandbox.db, 'organisation')).flatMap((party) => ('orgNo' in party ? [party] : []));
  return signInBulk(pickAtRandom(all, query.bulkCount), async ({ orgNo, orgCode }) => ({
    name: orgNo,
    token: await sign(sandbox, query, { orgNo, org: orgCode }),
  }));
}

type Identity = { readonly orgNo: string; readonly org: string | undefined };

async function identify({ db }: Sandbox, query: EnterpriseQuery): Promise<Identity> {
  const { orgNo, org, partyId, partyuuid } = query;
  if (orgNo !== undefined) return { orgNo, org: org ?? (await findOrganisation(db, orgNo))?.orgCode };
  const known = org === undefined ? await byParty() : await findOrganisation(db, { orgCode: org });
  if (known?.kind !== 'organisation') throw bindingProblem({ orgNo: ['Needed: the register does not complete it.'] });
  return { orgNo: known.orgNo, org: known.orgCode };

  async function byParty() {
    if (partyuuid !== undefined) return findParty(db, { uuid: partyuuid });
    return partyId === undefined ? undefined : findParty(db, { partyId });
  }
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
