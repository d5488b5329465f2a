import type { Context } from '#lib/context/context.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { findAccessPackages } from '#lib/resources/access-packages/find-access-package.ts';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { findNamedResources } from '#lib/resources/find-named-resources.ts';
import type { Customer } from '#lib/systemusers/customers/model.ts';

/** A service or package that is needed, given, or both. */
export type Need = {
  readonly kind: 'right' | 'package';
  readonly id: string;
  readonly name: string;
  /** The owner of the service has taken it down. */
  readonly isClosed: boolean;
  readonly state: 'granted' | 'missing' | 'extra';
};

/** Everything that the system needs of the customer or has from it, by name. */
export async function readNeeds(
  db: Context['db'],
  { needed, delegations }: Customer,
  language: Language,
): Promise<readonly Need[]> {
  const given = {
    rights: delegations.rights.map(({ resourceId }) => resourceId),
    packages: delegations.packages,
  };
  const rightIds = [...new Set([...needed.rights, ...given.rights])];
  const urns = [...new Set([...needed.packages, ...given.packages])];
  const resources = await findNamedResources(db, rightIds);
  const packages = await findAccessPackages(db, urns);
  const stateOf = (id: string, isNeeded: boolean, isGiven: readonly string[]) =>
    isNeeded ? (isGiven.includes(id) ? ('granted' as const) : ('missing' as const)) : ('extra' as const);
  return [
    ...rightIds.map((id) => ({
      kind: 'right' as const,
      id,
      name: textIn(resources.get(id)?.title ?? { nb: id }, language),
      isClosed: resources.get(id)?.isClosed ?? false,
      state: stateOf(id, needed.rights.includes(id), given.rights),
    })),
    ...urns.map((id) => ({
      kind: 'package' as const,
      id,
      name: textIn(packages.get(id)?.name ?? { nb: id }, language),
      isClosed: false,
      state: stateOf(id, needed.packages.includes(id), given.packages),
    })),
  ];
}
