import type { Context } from '../../context/context.ts';
import { assertAdministrator, READ_CLIENTS } from '../administration/authority.ts';
import { organisationNames } from '../administration/organisation-names.ts';
import type { Client } from './model.ts';
import { selectClientsOf } from './store.ts';

/** How many clients of one kind an organisation has. */
export type ClientCount = {
  readonly orgNo: string;
  readonly name: string;
  readonly integrationType: string;
  readonly active: number;
  readonly inactive: number;
  /** The latest change of any of them. */
  readonly updatedAt: Date;
};

/**
 * Counts the clients that the caller's organisation owns or supplies, by owner and kind.
 * @param input only those of that owner, only those changed at that instant or later
 * @throws BareError 401, 403
 */
export async function countClients(
  context: Context,
  input: { readonly orgNo: string | undefined; readonly updatedSince: Date | undefined },
): Promise<readonly ClientCount[]> {
  const { orgNo, updatedSince } = input;
  const caller = await assertAdministrator(context, READ_CLIENTS);
  const clients = (await selectClientsOf(context.db, caller, undefined)).filter(
    (client) =>
      (orgNo === undefined || client.orgNo === orgNo) &&
      (updatedSince === undefined || client.updatedAt >= updatedSince),
  );
  const names = await organisationNames(
    context.db,
    clients.map((client) => client.orgNo),
  );
  const groups = Map.groupBy(clients, (client) => `${client.orgNo} ${client.integrationType}`);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, group]) => countOf(group, names));
}

function countOf(group: readonly Client[], names: ReadonlyMap<string, string>): readonly ClientCount[] {
  const [first] = group;
  if (!first) return [];
  const { orgNo, integrationType } = first;
  const active = group.filter((client) => client.active).length;
  const updatedAt = new Date(Math.max(...group.map((client) => client.updatedAt.getTime())));
  const name = names.get(orgNo) ?? orgNo;
  return [{ orgNo, name, integrationType, active, inactive: group.length - active, updatedAt }];
}
