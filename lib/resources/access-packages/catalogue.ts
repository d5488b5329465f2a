import { createHash } from 'node:crypto';
import { AREAS, GROUPS } from './areas.ts';
import { type CatalogueTexts, PACKAGE_URN_PREFIX } from './model.ts';
import { ORDINARY_PACKAGES } from './ordinary-packages.ts';
import { ADMINISTRATION_PACKAGES, CLIENT_ONLY_PACKAGES, FIXED_PACKAGES } from './special-packages.ts';

/** A package of the catalogue before it is stored. */
export type CataloguePackage = {
  readonly id: string;
  readonly urn: string;
  readonly areaId: string;
  readonly name: CatalogueTexts;
  readonly description: CatalogueTexts;
  readonly isDelegable: boolean;
  readonly isAssignable: boolean;
};

const PACKAGES: readonly CataloguePackage[] = [
  ...toPackages(ORDINARY_PACKAGES, { isDelegable: true, isAssignable: true }),
  ...toPackages(CLIENT_ONLY_PACKAGES, { isDelegable: true, isAssignable: false }),
  ...toPackages(ADMINISTRATION_PACKAGES, { isDelegable: false, isAssignable: true }),
  ...toPackages(FIXED_PACKAGES, { isDelegable: false, isAssignable: false }),
];

/** The catalogue as it is delivered; the operator may change it afterwards. @see altinn-api.md §14 */
export const CATALOGUE = { groups: GROUPS, areas: AREAS, packages: PACKAGES } as const;

type Flags = { readonly isDelegable: boolean; readonly isAssignable: boolean };

/** An id left open in the table is made from the URN. */
function toPackages(tables: Readonly<Record<string, string>>, flags: Flags): readonly CataloguePackage[] {
  return Object.entries(tables).flatMap(([area, table]) =>
    table
      .trim()
      .split('\n')
      .map((line) => {
        const [code = '', id = '', nb = '', nn = '', en = ''] = line.split('|');
        const urn = `${PACKAGE_URN_PREFIX}${code}`;
        const areaId = AREAS.find((candidate) => candidate.code === area)?.id ?? '';
        const description = descriptionOf(nb, nn, en);
        return { id: id || idFrom(urn), urn, areaId, name: { nb, nn, en }, description, ...flags };
      }),
  );
}

function descriptionOf(nb: string, nn: string, en: string): CatalogueTexts {
  return {
    nb: `Gir fullmakt til tjenestene i «${nb}». Hvilke tjenester det er, kan endre seg når regler endres eller nye tjenester kommer til.`,
    nn: `Gir fullmakt til tenestene i «${nn}». Kva tenester det er, kan endre seg når reglar blir endra eller nye tenester kjem til.`,
    en: `Gives authority to use the services in “${en}”. Which services these are may change when rules change or new services arrive.`,
  };
}

/** A version 8 (custom) UUID made from a URN, RFC 9562 §5.8. */
function idFrom(urn: string): string {
  const hex = createHash('sha256').update(urn).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
