import { assertPerson } from '../../context/assert.ts';
import type { Context } from '../../context/context.ts';
import { authProblem } from '../../kernel/auth-problems.ts';
import { validationProblem } from '../../kernel/errors.ts';
import { assertPower } from '../../parties/authority.ts';
import type { PartyClient } from '../../parties/clients.ts';
import { findOrganisation, findParty } from '../../parties/find-party.ts';
import type { Organisation } from '../../parties/model.ts';
import { delegationsOf } from '../delegations.ts';
import { findSystemUser } from '../find-system-user.ts';
import { type ListedSystemUser, listSystemUsersAt } from '../list-system-users.ts';
import type { SystemUser } from '../model.ts';
import { clientQueryError, ownerNotFound, partyNotFound } from '../problems.ts';
import { addClientTo } from './add-client.ts';
import { namedClientsOf } from './client-delegations.ts';
import { eligibleClientsOf } from './eligible-clients.ts';
import type { OpenAgent } from './open-agent.ts';
import { dropClient } from './store.ts';

/** Scopes by which a vendor's program manages clients for the person at its keyboard. */
export const CLIENTS_READ_SCOPE = 'altinn:clientdelegations.read';
export const CLIENTS_WRITE_SCOPE = 'altinn:clientdelegations.write';

const NO_UUID = '00000000-0000-0000-0000-000000000000';

/** `undefined` stands for a query member that is absent or no uuid. */
type AgentQuery = { readonly agent: string | undefined };
type ClientQuery = AgentQuery & { readonly client: string | undefined };

/** The clients of the owner that have given it all that the agent works with. @throws as `addClientAsEndUser` */
export async function availableClients(
  context: Context,
  query: AgentQuery,
): Promise<{ readonly user: SystemUser; readonly clients: readonly Organisation[] }> {
  const { user, owner, packages } = await openForReading(context, query);
  const eligible = await eligibleClientsOf(context.db, owner.uuid, packages);
  return { user, clients: eligible.map((each: PartyClient) => each.client) };
}

/** The clients that the agent may act for already. @throws as `addClientAsEndUser` */
export async function delegatedClients(
  context: Context,
  query: AgentQuery,
): Promise<{ readonly user: SystemUser; readonly clients: readonly Organisation[] }> {
  const { user } = await openForReading(context, query);
  return { user, clients: (await namedClientsOf(context.db, user.id)).map((each) => each.client) };
}

/**
 * Lets the agent act for a client of its owner.
 * @throws BareError 401, 403 · ProblemError AUTH.VLD-00014, 15, 16, 404 for an owner that the register does not know,
 * AUTH-00063, 79, 80.
 * @see altinn-api.md §10.5
 */
export async function addClientAsEndUser(context: Context, query: ClientQuery): Promise<void> {
  await context.db.transaction(async (tx) => {
    const inside = { ...context, db: tx };
    const { agent, clientUuid } = await openForWriting(inside, query);
    await addClientTo(tx, inside, agent, clientUuid);
  });
}

/** Ends what the agent may do for a client. @throws as `addClientAsEndUser` */
export async function removeClientAsEndUser(context: Context, query: ClientQuery): Promise<void> {
  await context.db.transaction(async (tx) => {
    const inside = { ...context, db: tx };
    const { agent, clientUuid } = await openForWriting(inside, query);
    const client = await findParty(tx, { uuid: clientUuid });
    if (client?.kind !== 'organisation' || client.uuid === agent.owner.uuid) throw authProblem('AUTH-00079');
    if (!(await dropClient(tx, inside, agent, client))) throw authProblem('AUTH-00079');
  });
}

/** Lists an organisation's agents. @throws BareError 401, 403 · ProblemError 404 for an unknown organisation. */
export async function listAgents(context: Context, orgNo: string): Promise<readonly ListedSystemUser[]> {
  assertPerson(context, CLIENTS_READ_SCOPE);
  const owner = await findOrganisation(context.db, orgNo);
  if (!owner) throw partyNotFound();
  await assertPower(context, owner.uuid, 'client-administration.read');
  return listSystemUsersAt(context.db, orgNo, 'agent');
}

async function openForReading(context: Context, query: AgentQuery): Promise<OpenAgent> {
  assertPerson(context, CLIENTS_READ_SCOPE);
  const user = await findAgent(context, query);
  if (typeof user === 'string') throw validationProblem([clientQueryError(user)]);
  return openOwned(context, user, 'client-administration.read');
}

async function openForWriting(context: Context, query: ClientQuery) {
  assertPerson(context, CLIENTS_WRITE_SCOPE);
  const user = await findAgent(context, query);
  const clientUuid = query.client === NO_UUID ? undefined : query.client;
  const faults = typeof user === 'string' ? [clientQueryError(user)] : [];
  if (clientUuid === undefined) throw validationProblem([...faults, clientQueryError('clientMissing')]);
  if (typeof user === 'string') throw validationProblem(faults);
  return { agent: await openOwned(context, user, 'client-administration.write'), clientUuid };
}

/** The live agent, or what is wrong with the query. */
async function findAgent(context: Context, { agent }: AgentQuery) {
  if (agent === undefined || agent === NO_UUID) return 'agentMissing' as const;
  const user = await findSystemUser(context.db, agent);
  if (!user || user.isDeleted) return 'agentUnknown' as const;
  return user.userType === 'agent' ? user : ('notAnAgent' as const);
}

async function openOwned(
  context: Context,
  user: SystemUser,
  power: 'client-administration.read' | 'client-administration.write',
): Promise<OpenAgent> {
  const owner = await findOrganisation(context.db, user.partyOrgNo);
  if (!owner) throw ownerNotFound(user.partyOrgNo);
  const actor = await assertPower(context, owner.uuid, power);
  const { packages } = await delegationsOf(context.db, user.id);
  return { actor, owner, user, packages };
}
