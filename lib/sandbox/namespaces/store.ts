import { asc, eq, inArray } from 'drizzle-orm';
import { amongTexts } from '#db/conditions.ts';
import type { Db, Transaction } from '#db/open.ts';
import { env } from '../../config/env.ts';
import { unseal } from '../../kernel/secrets.ts';
import type { Namespace, NamespaceNumbers } from './model.ts';

type NamespaceRow = Db['tables']['sandboxNamespaces']['$inferSelect'];

/** Reads the namespaces by name, with the numbers of those who are in them. */
export async function selectNamespaces(db: Db): Promise<readonly Namespace[]> {
  const { sandboxNamespaces } = db.tables;
  const rows = await db.select().from(sandboxNamespaces).orderBy(asc(sandboxNamespaces.name));
  const numbers = await numbersOf(
    db,
    rows.flatMap(({ parties }) => Object.values(parties)),
  );
  return rows.map(({ parties, ...row }) => {
    const named = Object.entries(parties).map(([role, uuid]) => [role, numbers.get(uuid) ?? '']);
    return { ...row, numbers: Object.fromEntries(named) as NamespaceNumbers };
  });
}

/** Finds one namespace by name. */
export async function findNamespace(db: Db, name: string): Promise<NamespaceRow | undefined> {
  const { sandboxNamespaces } = db.tables;
  const [row] = await db.select().from(sandboxNamespaces).where(eq(sandboxNamespaces.name, name));
  return row;
}

/** Adds a namespace. @returns `false` when the name is taken */
export async function insertNamespace(tx: Transaction, row: NamespaceRow): Promise<boolean> {
  const added = await tx.insert(tx.tables.sandboxNamespaces).values(row).onConflictDoNothing().returning();
  return added.length > 0;
}

/** Removes a namespace from the list. @returns its row, `undefined` when there was none */
export async function removeNamespace(tx: Transaction, name: string): Promise<NamespaceRow | undefined> {
  const { sandboxNamespaces } = tx.tables;
  const [row] = await tx.delete(sandboxNamespaces).where(eq(sandboxNamespaces.name, name)).returning();
  return row;
}

async function numbersOf(db: Db, uuids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { parties } = db.tables;
  const rows = await db
    .select({ uuid: parties.uuid, orgNo: parties.orgNo, personSealed: parties.personSealed })
    .from(parties)
    .where(inArray(parties.uuid, amongTexts(db, uuids)));
  return new Map(rows.map(({ uuid, orgNo, personSealed }) => [uuid, orgNo ?? openNumber(personSealed)]));
}

function openNumber(sealed: string | null): string {
  return sealed === null ? '' : unseal(env().AUTH_SECRET, 'person-number', sealed);
}
