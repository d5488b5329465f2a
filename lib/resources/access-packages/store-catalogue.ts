import type { Transaction } from '#db/open.ts';
import { CATALOGUE } from './catalogue.ts';
import { rolePackageRows } from './role-packages.ts';

const ROWS_PER_INSERT = 100;

/** Fills the catalogue with what is missing; what the operator has changed stays as it is. */
export async function storeCatalogue(tx: Transaction, at: Date): Promise<void> {
  const { accessPackages, packageAreas, packageGroups, rolePackages } = tx.tables;
  await tx
    .insert(packageGroups)
    .values([...CATALOGUE.groups])
    .onConflictDoNothing();
  await tx
    .insert(packageAreas)
    .values([...CATALOGUE.areas])
    .onConflictDoNothing();
  for (const rows of inChunks(CATALOGUE.packages)) {
    await tx
      .insert(accessPackages)
      .values(rows.map((row) => ({ ...row, updatedAt: at })))
      .onConflictDoNothing();
  }
  for (const rows of inChunks(rolePackageRows())) await tx.insert(rolePackages).values(rows).onConflictDoNothing();
}

function inChunks<Row>(rows: readonly Row[]): readonly Row[][] {
  const chunks: Row[][] = [];
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT)
    chunks.push(rows.slice(start, start + ROWS_PER_INSERT));
  return chunks;
}
