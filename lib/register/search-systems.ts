import { and, eq, or, type SQL } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { type PageOf, type PageQuery, ROWS_PER_PAGE, toPage } from '../kernel/pages.ts';
import { findSystems } from './find-system.ts';
import type { RegisteredSystem } from './model.ts';
import { selectSystemNames } from './store.ts';

/** Which systems are searched. */
export type SystemsOf = {
  /** A vendor's own, hidden ones too. */
  readonly vendorOrgNo?: string;
  /** Those that everybody may see, beside a vendor's own when that is given. */
  readonly visible?: true;
  readonly suspended?: false;
  readonly isKept?: (system: Pick<RegisteredSystem, 'isVisible' | 'accessPackages'>) => boolean;
};

/**
 * Finds live systems by words of their name, id or vendor, in the order of their ids. Names are compared here, since
 * SQLite folds the case of ASCII alone; only those on the page are read in full. Trusts its caller.
 */
export async function searchSystems(
  db: Db,
  of: SystemsOf,
  { query = '', after = '' }: PageQuery,
): Promise<PageOf<RegisteredSystem>> {
  const words = query.toLowerCase();
  const found = (await selectSystemNames(db, conditionOf(db, of)))
    .filter((system) => of.isKept?.(system) ?? true)
    .filter(({ name, systemId, vendorName }) =>
      [...Object.values(name), systemId, vendorName ?? ''].some((text) => text.toLowerCase().includes(words)),
    )
    .sort((one, other) => (one.systemId < other.systemId ? -1 : 1));
  const shown = found.filter(({ systemId }) => systemId > after).slice(0, ROWS_PER_PAGE + 1);
  const page = toPage(shown, found.length, ({ systemId }) => systemId);
  const systems = await findSystems(
    db,
    page.rows.map(({ internalId }) => internalId),
  );
  return { ...page, rows: page.rows.flatMap(({ internalId }) => systems.get(internalId) ?? []) };
}

/** Counts live systems. Trusts its caller. */
export async function countSystems(db: Db, of: SystemsOf): Promise<number> {
  return db.$count(db.tables.systems, conditionOf(db, of));
}

function conditionOf(db: Db, { vendorOrgNo, visible, suspended }: SystemsOf): SQL | undefined {
  const { systems } = db.tables;
  return and(
    eq(systems.isDeleted, false),
    suspended === false ? eq(systems.isSuspended, false) : undefined,
    or(
      vendorOrgNo === undefined ? undefined : eq(systems.vendorOrgNo, vendorOrgNo),
      visible ? eq(systems.isVisible, true) : undefined,
    ),
  );
}
