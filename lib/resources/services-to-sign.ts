import type { Db } from '#db/open.ts';
import { ANONYMOUS } from '../context/context.ts';
import { findResources } from './find-resource.ts';
import type { LanguageTexts } from './model.ts';
import { readResourcesBySubjects } from './read-subjects.ts';

/**
 * Finds in which services of access packages a person must sign, whatever system acts.
 * @returns the titles by package URN; packages without such a service are missing from the map
 */
export async function findServicesToSign(
  db: Db,
  packageUrns: readonly string[],
): Promise<ReadonlyMap<string, readonly LanguageTexts[]>> {
  const context = { db, now: new Date(0), actor: ANONYMOUS };
  const inside = await readResourcesBySubjects(context, packageUrns);
  const resources = await findResources(
    db,
    inside.flatMap(({ identifiers }) => identifiers),
  );
  const titlesOf = (identifiers: readonly string[]) =>
    identifiers.flatMap((id) => {
      const resource = resources.get(id);
      return resource?.personMustSign ? [resource.title] : [];
    });
  const found = packageUrns.map((urn) => {
    const services = inside.find(({ subjectUrn }) => subjectUrn === urn.toLowerCase());
    return [urn, titlesOf(services?.identifiers ?? [])] as const;
  });
  return new Map(found.filter(([, titles]) => titles.length > 0));
}
