import { AREAS, GROUPS } from './areas.ts';
import { CATALOGUE } from './catalogue.ts';
import { PACKAGE_URN_PREFIX, PRIVATE_PERSON } from './model.ts';

/** That a role brings a package; `mayDelegate` without `hasAccess` is the main administrator's case. */
export type RolePackageRow = {
  readonly role: string;
  readonly packageUrn: string;
  readonly hasAccess: boolean;
  readonly mayDelegate: boolean;
};

/** Roles that represent the whole organisation. */
const FULL_ROLES = ['DAGL', 'LEDE', 'INNH', 'DTSO', 'DTPR', 'BOBE'];
/** The same without the main administrator's package. */
const NEARLY_FULL_ROLES = ['KOMP', 'BEST'];

const SINGLE_ROLES: Readonly<Record<string, readonly string[]>> = {
  ADMAI: ['tilgangsstyrer'],
  KLADM: ['klientadministrator'],
  BOBEL: ['konkursbo-tilgangsstyrer'],
  regnskapsforer: [
    'regnskapsforer-med-signeringsrettighet',
    'regnskapsforer-uten-signeringsrettighet',
    'regnskapsforer-lonn',
  ],
  revisor: ['ansvarlig-revisor', 'revisormedarbeider'],
  forretningsforer: ['forretningsforer-eiendom'],
};

const MAIN_ADMINISTRATOR = `${PACKAGE_URN_PREFIX}hovedadministrator`;

/** Which role brings which packages. @see altinn-api.md §1.3, §14 */
export function rolePackageRows(): readonly RolePackageRow[] {
  const ofOrganisations = packagesOf('organization');
  const ofPersons = packagesOf('person').filter((candidate) => candidate.isAssignable);
  const assignable = ofOrganisations.filter((candidate) => candidate.isAssignable).map((candidate) => candidate.urn);
  const full = { hasAccess: true, mayDelegate: true };
  return [
    ...FULL_ROLES.flatMap((role) => assignable.map((packageUrn) => ({ role, packageUrn, ...full }))),
    ...NEARLY_FULL_ROLES.flatMap((role) =>
      assignable
        .filter((packageUrn) => packageUrn !== MAIN_ADMINISTRATOR)
        .map((packageUrn) => ({ role, packageUrn, ...full })),
    ),
    ...ofOrganisations
      .filter((candidate) => candidate.isAssignable || candidate.isDelegable)
      .map(({ urn }) => ({ role: 'HADM', packageUrn: urn, hasAccess: urn === MAIN_ADMINISTRATOR, mayDelegate: true })),
    ...ofPersons.map(({ urn }) => ({ role: PRIVATE_PERSON, packageUrn: urn, ...full })),
    ...Object.entries(SINGLE_ROLES).flatMap(([role, codes]) =>
      codes.map((code) => ({ role, packageUrn: `${PACKAGE_URN_PREFIX}${code}`, ...full })),
    ),
  ];
}

function packagesOf(type: string) {
  const groups = GROUPS.filter((group) => group.type === type).map(({ id }) => id);
  const areas = AREAS.filter((area) => groups.includes(area.groupId)).map(({ id }) => id);
  return CATALOGUE.packages.filter((candidate) => areas.includes(candidate.areaId));
}
