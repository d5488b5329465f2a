import type { Db } from '#db/open.ts';
import { organisationNames } from '../administration/organisation-names.ts';
import type { NamedOnBehalfOf, OnBehalfOf } from './model.ts';
import { selectOnBehalfOf } from './store.ts';

/** The active entries of several clients in one read, by client id. */
export async function findOnBehalfOf(
  db: Db,
  clientIds: readonly string[],
): Promise<ReadonlyMap<string, readonly NamedOnBehalfOf[]>> {
  const entries = await nameOnBehalfOf(db, await selectOnBehalfOf(db, clientIds, { active: true }));
  return Map.groupBy(entries, (entry) => entry.clientId);
}

/** Adds the registered names of the organisations. */
export async function nameOnBehalfOf(db: Db, entries: readonly OnBehalfOf[]): Promise<readonly NamedOnBehalfOf[]> {
  const names = await organisationNames(
    db,
    entries.map(({ orgNo }) => orgNo),
  );
  return entries.map((entry) => ({ ...entry, organisationName: names.get(entry.orgNo) ?? entry.orgNo }));
}
