import { createHash } from 'node:crypto';
import { AREAS, GROUPS } from './areas.ts';
import { type CatalogueTexts, PACKAGE_URN_PREFIX } from './model.ts';
import { ORDINARY_PACKAGES } from './ordinary-packages.ts';

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

/** Ids that clients know; every other package has an id made from its URN. */
const IDS: Readonly<Record<string, string>> = {
  'skatt-naering': '1dba50d6-f604-48e9-bd41-82321b13e85c',
  jordbruk: 'c5bbbc3f-605a-4dcb-a587-32124d7bb76d',
  dyrehold: '7b8a3aaa-c8ed-4ac4-923a-335f4f9eb45a',
  akvakultur: '78c21107-7d2d-4e85-af82-47ea0e47ceca',
  fiske: '9d2ec6e9-5148-4f47-9ae4-4536f6c9c1cb',
  skogbruk: 'f7e02568-90b6-477d-8abb-44984ddeb1f9',
  'jakt-og-viltstell': '906aec0d-ad1f-496b-a0bb-40f81b3303cb',
  reindrift: '0bb5963e-df17-4f35-b913-3ce10a34b866',
  'regnskapsforer-lonn': '43becc6a-8c6c-4e9e-bb2f-08fe588ada21',
  'regnskapsforer-med-signeringsrettighet': '955d5779-3e2b-4098-b11d-0431dc41ddbe',
  'regnskapsforer-uten-signeringsrettighet': 'a5f7f72a-9b89-445d-85bb-06f678a3d4d1',
  'ansvarlig-revisor': '2f176732-b1e9-449b-9918-090d1fa986f6',
  revisormedarbeider: '96120c32-389d-46eb-8212-0a6540540c25',
  'forretningsforer-eiendom': '0195efb8-7c80-7cf2-bcc8-720a3fb39d44',
  tilgangsstyrer: '0195efb8-7c80-7a95-ad36-900c3d8ad300',
  klientadministrator: '0195efb8-7c80-7e82-9b4f-7d63e773bbca',
  hovedadministrator: '0195efb8-7c80-7e16-ab0c-36dc8ab1a29d',
  'krav-og-utlegg': 'a02fc602-872a-4671-b338-8b86a64b534a',
  merverdiavgift: '9a61b136-7810-4939-ab6d-84938e9a12c6',
  'konkursbo-tilgangsstyrer': '0195efb8-7c80-7e9c-95c1-48937e23960a',
  'konkursbo-skrivetilgang': '0e219609-02c6-44e6-9c80-fe2c1997940e',
  'konkursbo-lesetilgang': '5ef836c7-69cc-4ea8-84d6-fb933cc4fc5c',
  eksplisitt: 'c0eb20c1-2268-48f5-88c5-f26cb47a6b1f',
  ansettelsesforhold: 'cf575d42-72be-4d14-b0d2-77352221df4f',
  attester: '4717e6e0-1ec2-4354-b825-d9a9e2588fb1',
  'dokumentbasert-tilsyn': 'df13707e-5252-496a-bc00-daffeed1e4b2',
  'generelle-helfotjenester': '06c13400-8683-4985-9802-cef13e247f24',
  'tilskudd-stotte-erstatning': 'd3ba7bba-195b-4b69-ae68-df20ecd57097',
  kommuneoverlege: '03404270-aa2d-498f-9e6a-103043d41f1f',
  'helsetjenester-personopplysinger-saerlig-kategori': '5a642040-46cf-4466-b671-115a022e3048',
};

/** Only for clients: passed on to agents, never given directly. Area, code, names. */
const CLIENT_ONLY = `
fullmakter_for_regnskapsforer|regnskapsforer-med-signeringsrettighet|Regnskapsfører med signeringsrettighet|Rekneskapsførar med signeringsrett|Accountant with signing rights
fullmakter_for_regnskapsforer|regnskapsforer-uten-signeringsrettighet|Regnskapsfører uten signeringsrettighet|Rekneskapsførar utan signeringsrett|Accountant without signing rights
fullmakter_for_regnskapsforer|regnskapsforer-lonn|Regnskapsfører lønn|Rekneskapsførar løn|Accountant for payroll
fullmakter_for_revisor|ansvarlig-revisor|Ansvarlig revisor|Ansvarleg revisor|Responsible auditor
fullmakter_for_revisor|revisormedarbeider|Revisormedarbeider|Revisormedarbeidar|Audit assistant
fullmakter_for_forretningsforer|forretningsforer-eiendom|Forretningsfører eiendom|Forretningsførar eigedom|Business manager for property`;

/** For administration: given directly, never passed on for clients. Area, code, names. */
const ADMINISTRATION = `
administrere_tilganger|tilgangsstyrer|Tilgangsstyrer|Tilgangsstyrar|Access manager
administrere_tilganger|klientadministrator|Klientadministrator|Klientadministrator|Client administrator
administrere_tilganger|hovedadministrator|Hovedadministrator|Hovudadministrator|Main administrator
administrere_tilganger|maskinporten-administrator|Maskinporten-administrator|Maskinporten-administrator|Maskinporten administrator
administrere_tilganger|tilgangsstyring-enkeltinstanser|Tilgangsstyring for enkeltinstanser|Tilgangsstyring for einskildinstansar|Access management for single instances
fullmakter_for_konkursbo|konkursbo-tilgangsstyrer|Konkursbo tilgangsstyrer|Konkursbu tilgangsstyrar|Access manager of a bankruptcy estate
integrasjoner|maskinporten-scopes|Delegerbare Maskinporten-scopes|Delegerbare Maskinporten-scope|Delegable Maskinporten scopes
integrasjoner|maskinporten-scopes-nuf|Delegerbare Maskinporten-scopes - NUF|Delegerbare Maskinporten-scope - NUF|Delegable Maskinporten scopes - NUF
integrasjoner|maskinlesbare-hendelser|Maskinlesbare hendelser|Maskinlesbare hendingar|Machine-readable events
administrere_tilganger|ffor-tilgangsstyrer-nuf|Forhåndsregistrert tilgangsstyrer - NUF|Førehandsregistrert tilgangsstyrar - NUF|Pre-registered access manager - NUF
forhold_ved_virksomheten|virksomhetens-representant-skjemaoppgaver|Virksomhetens representant for skjemaoppgaver|Representanten til verksemda for skjemaoppgåver|The organisation's representative for form tasks`;

/** Neither given nor passed on. Area, code, names. */
const NEITHER = `
forhold_ved_virksomheten|eksplisitt|Eksplisitt tjenestedelegering|Eksplisitt tenestedelegering|Explicit delegation of services
vergemal|vergemal-bank-representasjon-dagligbank|Vergemål: bank, dagligbank|Verjemål: bank, daglegbank|Guardianship: day-to-day banking
vergemal|vergemal-nav-arbeid|Vergemål: Nav, arbeid|Verjemål: Nav, arbeid|Guardianship: Nav, work
vergemal|vergemal-nav-familie|Vergemål: Nav, familie|Verjemål: Nav, familie|Guardianship: Nav, family
vergemal|vergemal-skatteetaten-skatt|Vergemål: Skatteetaten, skatt|Verjemål: Skatteetaten, skatt|Guardianship: tax
vergemal|namsmannen-gjeldsordning|Namsmannen: gjeldsordning|Namsmannen: gjeldsordning|Enforcement officer: debt settlement
vergemal|namsmannen-tvangsfullbyrdelse|Namsmannen: tvangsfullbyrdelse|Namsmannen: tvangsfullføring|Enforcement officer: enforcement`;

const ORDINARY = Object.entries(ORDINARY_PACKAGES)
  .flatMap(([area, table]) =>
    table
      .trim()
      .split('\n')
      .map((line) => `${area}|${line}`),
  )
  .join('\n');

const PACKAGES: readonly CataloguePackage[] = [
  ...toPackages(ORDINARY, { isDelegable: true, isAssignable: true }),
  ...toPackages(CLIENT_ONLY, { isDelegable: true, isAssignable: false }),
  ...toPackages(ADMINISTRATION, { isDelegable: false, isAssignable: true }),
  ...toPackages(NEITHER, { isDelegable: false, isAssignable: false }),
];

/** The catalogue as it is delivered; the operator may change it afterwards. @see altinn-api.md §14 */
export const CATALOGUE = { groups: GROUPS, areas: AREAS, packages: PACKAGES } as const;

type Flags = { readonly isDelegable: boolean; readonly isAssignable: boolean };

function toPackages(table: string, flags: Flags): readonly CataloguePackage[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [area = '', code = '', nb = '', nn = '', en = ''] = line.split('|');
      const urn = `${PACKAGE_URN_PREFIX}${code}`;
      const areaId = AREAS.find((candidate) => candidate.code === area)?.id ?? '';
      const description = descriptionOf(nb, nn, en);
      return { id: IDS[code] ?? idFrom(urn), urn, areaId, name: { nb, nn, en }, description, ...flags };
    });
}

function descriptionOf(nb: string, nn: string, en: string): CatalogueTexts {
  return {
    nb: `Gir fullmakt til tjenester på området «${nb}». Hvilke tjenester det er, kan endre seg når regler endres eller nye tjenester kommer til.`,
    nn: `Gjev fullmakt til tenester på området «${nn}». Kva tenester det er, kan endre seg når reglar blir endra eller nye tenester kjem til.`,
    en: `Gives authority to use services in the field “${en}”. Which services these are may change when rules change or new services arrive.`,
  };
}

/** A version 8 (custom) UUID made from a URN, RFC 9562 §5.8. */
function idFrom(urn: string): string {
  const hex = createHash('sha256').update(urn).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
