import type { Context } from '#lib/context/context.ts';
import { findAccessPackages } from '#lib/resources/access-packages/find-access-package.ts';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { findNamedResources } from '#lib/resources/find-named-resources.ts';
import { pageLanguage } from '#lib/session/translator.ts';
import type { Needs } from '#lib/systemusers/customers/model.ts';

/** Reads once what services and packages of many lists are called. @returns a list's names, in its order */
export async function readLackingNames(
  db: Context['db'],
  all: readonly Needs[],
): Promise<(lacking: Needs) => readonly string[]> {
  const language = await pageLanguage();
  const resources = await findNamedResources(
    db,
    all.flatMap(({ rights }) => rights),
  );
  const packages = await findAccessPackages(db, [...new Set(all.flatMap((each) => each.packages))]);
  return (lacking) => [
    ...lacking.rights.map((id) => textIn(resources.get(id)?.title ?? { nb: id }, language)),
    ...lacking.packages.map((urn) => textIn(packages.get(urn)?.name ?? { nb: urn }, language)),
  ];
}
