import type { Db } from '#db/open.ts';
import type { Context } from '../../context/context.ts';
import { type PageOf, pageByName } from '../../kernel/pages.ts';
import { isAllowed } from '../../parties/authority.ts';
import { clientsOf } from '../../parties/clients.ts';
import type { Organisation } from '../../parties/model.ts';
import { findAccessPackages } from '../../resources/access-packages/find-access-package.ts';
import type { AccessPackage } from '../../resources/access-packages/model.ts';
import { findClientDelegation, namedClientsOf } from '../../systemusers/clients/client-delegations.ts';
import { hindrancesToSelf } from '../../systemusers/clients/delegate-to-self.ts';
import type { NamedClientDelegation } from '../../systemusers/clients/model.ts';
import { type AgentKey, type OpenAgent, openAgent } from '../../systemusers/clients/open-agent.ts';

/** The lists of clients on the page of an agent. */
export const CLIENT_LISTS = ['connected', 'eligible', 'lacking'] as const;
export type ClientList = (typeof CLIENT_LISTS)[number];

/** The clients of the owner as the page of an agent shows them; all three lists are by name and match the search. */
export type ClientsTab = {
  readonly connected: PageOf<NamedClientDelegation>;
  readonly eligible: PageOf<Organisation>;
  /** Those that have not given the owner all that the agent works with, and what is missing. */
  readonly lacking: PageOf<{ readonly client: Organisation; readonly packages: readonly AccessPackage[] }>;
  /** How many there are without the search. */
  readonly total: number;
  /** Whether the agent acts for its owner, or may; `undefined` when the reader has no say in it. */
  readonly own:
    | { readonly state: 'connected' | 'possible' }
    | { readonly state: 'clients-only'; readonly packages: readonly AccessPackage[] }
    | undefined;
};

/**
 * Sorts the owner's clients into those that an agent acts for, those that can be added, and those that lack a package.
 * @param asked.query words of a name or digits of a number; an empty one finds all
 * @param asked.after the `next` of each list's page before
 * @throws BareError 401, 403 without client administration · ProblemError 400 on `return`, AUTH-00034
 */
export async function readClientsTab(
  context: Context,
  key: AgentKey,
  asked: { readonly query: string; readonly after?: Partial<Readonly<Record<ClientList, string>>> },
): Promise<ClientsTab> {
  const { db } = context;
  const agent = await openAgent(context, key, 'client-administration.read');
  const { owner, user, packages } = agent;
  const catalogue = await findAccessPackages(db, packages);
  const { query, after = {} } = asked;
  const connected = await namedClientsOf(db, user.id);
  const connectedUuids = new Set(connected.map(({ client }) => client.uuid));
  const eligible: Organisation[] = [];
  const lacking: { client: Organisation; packages: readonly AccessPackage[] }[] = [];
  const clients = await clientsOf(db, owner.uuid);
  for (const { client, access } of clients) {
    if (connectedUuids.has(client.uuid)) continue;
    const given = new Set(access.flatMap((each) => each.packages));
    const missing = packages.filter((urn) => !given.has(urn));
    if (missing.length === 0) eligible.push(client);
    else lacking.push({ client, packages: named(catalogue, missing) });
  }
  return {
    connected: pageByName(
      connected.filter(({ client }) => matches(client, query)),
      after.connected,
      ({ client }) => client,
    ),
    eligible: pageByName(
      eligible.filter((client) => matches(client, query)),
      after.eligible,
      (client) => client,
    ),
    lacking: pageByName(
      lacking.filter(({ client }) => matches(client, query)),
      after.lacking,
      ({ client }) => client,
    ),
    total: connected.length + eligible.length + lacking.length,
    own: await readOwn(db, agent, catalogue),
  };
}

async function readOwn(
  db: Db,
  agent: OpenAgent,
  catalogue: ReadonlyMap<string, AccessPackage>,
): Promise<ClientsTab['own']> {
  const { actor, owner, user } = agent;
  if (!(await isAllowed(db, actor, owner.uuid, 'access-management.write'))) return undefined;
  if (await findClientDelegation(db, user.id, owner.uuid)) return { state: 'connected' };
  const { clientOnly, notHeld } = await hindrancesToSelf(db, agent);
  if (clientOnly.length > 0) return { state: 'clients-only', packages: named(catalogue, clientOnly) };
  return notHeld.length > 0 || agent.packages.length === 0 ? undefined : { state: 'possible' };
}

function named(catalogue: ReadonlyMap<string, AccessPackage>, urns: readonly string[]): readonly AccessPackage[] {
  return urns.map((urn) => catalogue.get(urn)).filter((each) => each !== undefined);
}

function matches({ name, orgNo }: Organisation, query: string): boolean {
  const words = query.trim().toLowerCase();
  const digits = words.replace(/\s/g, '');
  return name.toLowerCase().includes(words) || (/^\d+$/.test(digits) && orgNo.startsWith(digits));
}
