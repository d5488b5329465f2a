import { and, asc, count, desc, eq, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { amongTexts, contains, isAfter } from '#db/conditions.ts';
import type { Db } from '#db/open.ts';
import { type PageOf, type PageQuery, ROWS_PER_PAGE, toPage } from '../kernel/pages.ts';
import type { Texts } from '../register/model.ts';
import { lastUseOf, type SystemUser } from './model.ts';
import { selectSystemUser, toSystemUser } from './store.ts';

/** What an organisation's own list can be ordered by; `used` is the end of those that have ended. */
export const OWN_COLUMNS = ['system', 'vendor', 'created', 'used'] as const;

/** Which of an organisation's system users, in which order, named in which language. */
export type OwnedQuery = PageQuery & {
  readonly ended: boolean;
  /** Those alone that were there by then, and have not been used since. */
  readonly unusedSince?: Date | undefined;
  readonly by: (typeof OWN_COLUMNS)[number];
  readonly descending: boolean;
  readonly language: keyof Texts;
};

/** What was never used comes before all that was. */
const NEVER = new Date(0);

/** How rows are ordered: a value of each, and the value of one of them. */
type Order = { readonly value: SQL; readonly valueOf: (user: SystemUser) => SQL | number };

/**
 * Lists system users of an organisation, a page at a time. A search looks at what system and vendor are called, at the
 * vendor's label and at the reference. Trusts its caller.
 */
export async function listOwned(
  db: Db,
  partyOrgNo: string,
  { ended, unusedSince, by, descending, language, query = '', after }: OwnedQuery,
): Promise<PageOf<SystemUser>> {
  const { systemUsers } = db.tables;
  const isAtParty = eq(systemUsers.partyOrgNo, partyOrgNo);
  const isOwn = ownedBy(db, partyOrgNo, { ended, unusedSince });
  // The row where the page before ended may have ended itself since, or been used.
  const last = after ? await selectSystemUser(db, and(isAtParty, eq(systemUsers.id, after))) : undefined;
  const isNamed = by === 'system' || by === 'vendor';
  const named = last && (unusedSince || last.isDeleted !== ended) ? or(isOwn, eq(systemUsers.id, last.id)) : isOwn;
  const names = query !== '' || isNamed ? await readNames(db, named, language) : [];
  const sought = and(isOwn, query === '' ? undefined : isLike(db, query, names));
  const ranks = isNamed ? rank(names, by, language) : new Map<string, number>();
  const order = orderBy(db, by, ended, ranks);
  const selection = db.select({ user: systemUsers }).from(systemUsers);
  // Without a search it is known how many rows each system has, and so which ones a page can reach.
  const reached = query === '' ? reachOf(names, ranks, { descending, from: last?.systemInternalId }) : [...ranks];
  const rankList = sql`${db.elements(JSON.stringify(reached))} rank`;
  const direction = descending ? desc : asc;
  const read = await (isNamed
    ? selection.innerJoin(rankList, eq(systemUsers.systemInternalId, sql`rank.value ->> 0`))
    : selection
  )
    .where(
      and(
        sought,
        last ? isAfter([order.value, systemUsers.id], [order.valueOf(last), last.id], descending) : undefined,
      ),
    )
    .orderBy(direction(order.value), direction(systemUsers.id))
    .limit(ROWS_PER_PAGE + 1);
  return toPage(
    read.map(({ user }) => toSystemUser(user)),
    await db.$count(systemUsers, sought),
    ({ id }) => id,
  );
}

/** Counts an organisation's system users. Trusts its caller. */
export async function countOwned(
  db: Db,
  partyOrgNo: string,
  which: Pick<OwnedQuery, 'ended' | 'unusedSince'>,
): Promise<number> {
  return db.$count(db.tables.systemUsers, ownedBy(db, partyOrgNo, which));
}

function ownedBy(
  db: Db,
  partyOrgNo: string,
  { ended, unusedSince }: Pick<OwnedQuery, 'ended' | 'unusedSince'>,
): SQL | undefined {
  const { systemUsers } = db.tables;
  const { createdAt, lastTokenAt, lastDecisionAt } = systemUsers;
  return and(
    eq(systemUsers.partyOrgNo, partyOrgNo),
    eq(systemUsers.isDeleted, ended),
    unusedSince &&
      and(
        lt(createdAt, unusedSince),
        or(isNull(lastTokenAt), lt(lastTokenAt, unusedSince)),
        or(isNull(lastDecisionAt), lt(lastDecisionAt, unusedSince)),
      ),
  );
}

type SystemNames = {
  readonly internalId: string;
  readonly system: string;
  readonly vendor: string;
  /** How many of the system users are of the system. */
  readonly users: number;
};

/** What the systems of some system users are called, and their vendors. */
async function readNames(db: Db, condition: SQL | undefined, language: keyof Texts): Promise<readonly SystemNames[]> {
  const { systems, systemUsers, parties } = db.tables;
  const used = db
    .select({ id: systemUsers.systemInternalId, users: count().as('users') })
    .from(systemUsers)
    .where(condition)
    .groupBy(systemUsers.systemInternalId)
    .as('used');
  const rows = await db
    .select({
      internalId: systems.internalId,
      systemId: systems.systemId,
      name: systems.name,
      vendor: parties.name,
      vendorOrgNo: systems.vendorOrgNo,
      users: used.users,
    })
    .from(used)
    .innerJoin(systems, eq(systems.internalId, used.id))
    .leftJoin(parties, eq(parties.orgNo, systems.vendorOrgNo));
  return rows.map(({ internalId, users, systemId, name, vendor, vendorOrgNo }) => ({
    internalId,
    users,
    system: name[language] ?? systemId,
    vendor: vendor ?? vendorOrgNo,
  }));
}

function isLike(db: Db, query: string, names: readonly SystemNames[]): SQL | undefined {
  const { systemInternalId, integrationTitle, externalRef } = db.tables.systemUsers;
  const words = query.toLowerCase();
  const found = names
    .filter(({ system, vendor }) => `${system} ${vendor}`.toLowerCase().includes(words))
    .map(({ internalId }) => internalId);
  const isFound = inArray(systemInternalId, amongTexts(db, found));
  return or(isFound, contains(integrationTitle, query), contains(externalRef, query));
}

/** The place of each system in the alphabet of the language; those of one name share it. */
function rank(
  names: readonly SystemNames[],
  by: 'system' | 'vendor',
  language: keyof Texts,
): ReadonlyMap<string, number> {
  const { compare } = new Intl.Collator(language);
  const alphabet = [...new Set(names.map((each) => each[by]))].sort(compare);
  const places = new Map(alphabet.map((name, place) => [name, place]));
  return new Map(names.map((each) => [each.internalId, places.get(each[by]) ?? 0]));
}

/** The ranks of as many systems as a page can hold rows of, beginning with the one where the page before ended. */
function reachOf(
  names: readonly SystemNames[],
  ranks: ReadonlyMap<string, number>,
  { descending, from }: { readonly descending: boolean; readonly from: string | undefined },
): readonly (readonly [internalId: string, rank: number])[] {
  const sign = descending ? -1 : 1;
  const start = from === undefined ? Number.NEGATIVE_INFINITY : sign * (ranks.get(from) ?? 0);
  const ahead = names
    .map(({ internalId, users }) => ({ internalId, users, rank: ranks.get(internalId) ?? 0 }))
    .filter(({ rank }) => sign * rank >= start)
    .sort((one, other) => sign * (one.rank - other.rank));
  let rows = 0;
  let last: number | undefined;
  return ahead.flatMap(({ internalId, users, rank }) => {
    if (rows > ROWS_PER_PAGE && rank !== last) return [];
    // Of those that share the name where the page before ended, some were read already.
    if (sign * rank > start) rows += users;
    last = rank;
    return [[internalId, rank] as const];
  });
}

function orderBy(db: Db, by: OwnedQuery['by'], ended: boolean, ranks: ReadonlyMap<string, number>): Order {
  const { createdAt, deletedAt, lastTokenAt, lastDecisionAt } = db.tables.systemUsers;
  const time = (at: Date) => sql`${sql.param(at, createdAt)}`;
  const orNever = (column: typeof lastTokenAt) => sql`coalesce(${column}, ${time(NEVER)})`;
  switch (by) {
    case 'system':
    case 'vendor':
      return {
        value: sql`cast(rank.value ->> 1 as integer)`,
        valueOf: ({ systemInternalId }) => ranks.get(systemInternalId) ?? 0,
      };
    case 'created':
      return { value: sql`${createdAt}`, valueOf: (user) => time(user.createdAt) };
    case 'used': {
      const [token, decision] = [orNever(lastTokenAt), orNever(lastDecisionAt)];
      return ended
        ? { value: orNever(deletedAt), valueOf: (user) => time(user.deletedAt ?? NEVER) }
        : {
            value: sql`case when ${token} > ${decision} then ${token} else ${decision} end`,
            valueOf: (user) => time(lastUseOf(user) ?? NEVER),
          };
    }
  }
}
