import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Context } from '../../context/context.ts';
import type { AccessList, AccessListConnection, AccessListMember, Conditions } from './model.ts';
import { assertListReader } from './owner.ts';
import { readList, toAccessList, toConnection } from './store.ts';

/** How many lists, members or connections a page holds. */
const PAGE_SIZE = 100;

type ListKey = { readonly owner: string; readonly identifier: string; readonly conditions: Conditions };

/**
 * Lists an owner's access lists by identifier; with a resource given, each with its connection to it.
 * @throws BareError 401, 403 · ProblemError 400 RR.VLD-00010
 */
export async function readAccessLists(
  context: Context,
  input: { readonly owner: string; readonly after?: string | undefined; readonly resourceId?: string | undefined },
): Promise<{
  readonly lists: readonly (AccessList & { readonly connections?: readonly AccessListConnection[] })[];
  readonly next?: string;
}> {
  const owner = await assertListReader(context, input.owner);
  const { accessListConnections, accessLists } = context.db.tables;
  const rows = await context.db
    .select()
    .from(accessLists)
    .where(and(eq(accessLists.owner, owner.orgCode), gt(accessLists.identifier, input.after ?? '')))
    .orderBy(asc(accessLists.identifier))
    .limit(PAGE_SIZE + 1);
  const page = rows.slice(0, PAGE_SIZE).map((row) => toAccessList(row, owner));
  const next = rows.length > PAGE_SIZE ? { next: page.at(-1)?.identifier ?? '' } : {};
  if (input.resourceId === undefined || page.length === 0) return { lists: page, ...next };
  const ids = page.map((list) => list.id);
  const connections = await context.db
    .select()
    .from(accessListConnections)
    .where(and(eq(accessListConnections.resourceId, input.resourceId), inArray(accessListConnections.listId, ids)));
  const lists = page.map((list) => ({
    ...list,
    connections: connections.filter((row) => row.listId === list.id).map(toConnection),
  }));
  return { lists, ...next };
}

/** Reads one list. @throws BareError 401, 403, 304, 412 · ProblemError 404, 400 RR.VLD-00010 */
export async function readAccessList(context: Context, key: ListKey): Promise<AccessList> {
  return readList(context.db, await assertListReader(context, key.owner), key);
}

/** Lists the members by organisation number. @throws as `readAccessList` */
export async function readMembers(
  context: Context,
  key: ListKey & { readonly after?: string | undefined },
): Promise<{ readonly list: AccessList; readonly members: readonly AccessListMember[]; readonly next?: string }> {
  const list = await readAccessList(context, key);
  const { accessListMembers, parties } = context.db.tables;
  const rows = await context.db
    .select({ member: accessListMembers, party: parties })
    .from(accessListMembers)
    .innerJoin(parties, eq(parties.orgNo, accessListMembers.orgNo))
    .where(and(eq(accessListMembers.listId, list.id), gt(accessListMembers.orgNo, key.after ?? '')))
    .orderBy(asc(accessListMembers.orgNo))
    .limit(PAGE_SIZE + 1);
  const members = rows.slice(0, PAGE_SIZE).map(({ member, party }) => ({
    orgNo: member.orgNo,
    partyUuid: party.uuid,
    partyId: party.partyId,
    name: party.name,
    since: member.since,
  }));
  const next = rows.length > PAGE_SIZE ? { next: members.at(-1)?.orgNo ?? '' } : {};
  return { list, members, ...next };
}

/** Lists the resources that the list opens. @throws as `readAccessList` */
export async function readConnections(
  context: Context,
  key: ListKey,
): Promise<{ readonly list: AccessList; readonly connections: readonly AccessListConnection[] }> {
  const list = await readAccessList(context, key);
  const { accessListConnections } = context.db.tables;
  const rows = await context.db
    .select()
    .from(accessListConnections)
    .where(eq(accessListConnections.listId, list.id))
    .orderBy(asc(accessListConnections.resourceId));
  return { list, connections: rows.map(toConnection) };
}
