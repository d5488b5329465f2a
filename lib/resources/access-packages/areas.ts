import type { CatalogueTexts, PackageArea, PackageGroup } from './model.ts';

function texts(nb: string, nn: string, en: string): CatalogueTexts {
  return { nb, nn, en };
}

/** Groups of areas; `type` says whose packages they hold. */
export const GROUPS: readonly PackageGroup[] = [
  {
    id: '7e2a3af8-08cb-43a9-bdd7-7d5c7e377145',
    name: texts('Allment', 'Allment', 'General'),
    description: texts('Gjelder alle virksomheter.', 'Gjeld alle verksemder.', 'Concerns every organisation.'),
    type: 'organization',
  },
  {
    id: '3757643a-316d-4d0e-a52b-4dc7cdebc0b4',
    name: texts('Bransje', 'Bransje', 'Industry'),
    description: texts('Gjelder enkelte bransjer.', 'Gjeld enkelte bransjar.', 'Concerns particular industries.'),
    type: 'organization',
  },
  {
    id: '554f0321-53b8-4d97-be12-6a585c507159',
    name: texts('Særskilt', 'Særskilt', 'Special'),
    description: texts(
      'Fullmakter som følger av en registrert rolle.',
      'Fullmakter som følgjer av ei registrert rolle.',
      'Authorities that follow from a registered role.',
    ),
    type: 'organization',
  },
  {
    id: '413f99ca-19ca-4124-8470-b0c1dba3d2ee',
    name: texts('Innbygger', 'Innbyggjar', 'Inhabitant'),
    description: texts('Gjelder privatpersoner.', 'Gjeld privatpersonar.', 'Concerns private persons.'),
    type: 'person',
  },
];

const GROUP_OF = { general: GROUPS[0]?.id, industry: GROUPS[1]?.id, special: GROUPS[2]?.id, person: GROUPS[3]?.id };

/** code, group, id, then the name in nb, nn and en. */
const TABLE = `
skatt_avgift_regnskap_og_toll|general|7d32591d-34b7-4afc-8afa-013722f8c05d|Skatt, avgift, regnskap og toll|Skatt, avgift, rekneskap og toll|Tax, duties, accounting and customs
personale|general|6f7f3b02-8b5a-4823-9468-0f4646d3a790|Personale|Personale|Personnel
miljo_ulykke_og_sikkerhet|general|a8834a7c-ed89-4c73-b5d5-19a2347f3b13|Miljø, ulykke og sikkerhet|Miljø, ulykke og tryggleik|Environment, accidents and safety
post_og_arkiv|general|6f938de8-34f2-4bab-a0c6-3a3eb64aad3b|Post og arkiv|Post og arkiv|Mail and archive
forhold_ved_virksomheten|general|3f5df819-7aca-49e1-bf6f-3e8f120f20d1|Forhold ved virksomheten|Forhold ved verksemda|Matters of the organisation
integrasjoner|general|892e98c6-1696-46e7-9bb1-59c08761ec64|Integrasjoner|Integrasjonar|Integrations
administrere_tilganger|general|e4ae823f-41db-46ed-873f-8a5d1378fff8|Administrere tilganger|Administrere tilgangar|Manage access
jordbruk_skogbruk_jakt_fiske_og_akvakultur|industry|fc93d25e-80bc-469a-aa43-a6cee80eb3e2|Jordbruk, skogbruk, jakt, fiske og akvakultur|Jordbruk, skogbruk, jakt, fiske og akvakultur|Agriculture, forestry, hunting, fishing and aquaculture
bygg_anlegg_og_eiendom|industry|536b317c-ef85-45d4-9b48-6511578e1952|Bygg, anlegg og eiendom|Bygg, anlegg og eigedom|Construction, infrastructure and property
transport_og_lagring|industry|6ff90072-566b-4acd-baac-ec477534e712|Transport og lagring|Transport og lagring|Transport and storage
helse_pleie_omsorg_og_vern|industry|eab59b26-833f-40ca-9e27-72107e8f1908|Helse, pleie, omsorg og vern|Helse, pleie, omsorg og vern|Health, care and protection
oppvekst_og_utdanning|industry|7326614f-cf7c-492e-8e7f-d74e6e4a8970|Oppvekst og utdanning|Oppvekst og utdanning|Childhood and education
energi_vann_avlop_og_avfall|industry|6e152c10-0f63-4060-9b14-66808e7ac320|Energi, vann, avløp og avfall|Energi, vatn, avløp og avfall|Energy, water, sewage and waste
industrier|industry|10c2dd29-5ab3-4a26-900e-8e2326150353|Industrier|Industriar|Manufacturing
kultur_og_frivillighet|industry|5996ba37-6db0-4391-8918-b1b0bd4b394b|Kultur og frivillighet|Kultur og frivilligheit|Culture and volunteering
handel_overnatting_og_servering|industry|3797e9f0-dd83-404c-9897-e356c32ef600|Handel, overnatting og servering|Handel, overnatting og servering|Commerce, accommodation and catering
andre_tjenesteytende_naeringer|industry|e31169f6-d4c7-4e45-93c7-f90bc285b639|Andre tjenesteytende næringer|Andre tenesteytande næringar|Other service industries
fullmakter_for_regnskapsforer|special|64cbcdc8-01c9-448c-b3d2-eb9582beb3c2|Fullmakter for regnskapsfører|Fullmakter for rekneskapsførar|Authorities for accountants
fullmakter_for_revisor|special|7df15290-f43c-4831-a1b4-3edfa43e526d|Fullmakter for revisor|Fullmakter for revisor|Authorities for auditors
fullmakter_for_konkursbo|special|f3daddb7-6e21-455e-b6d2-65a281375b6b|Fullmakter for konkursbo|Fullmakter for konkursbu|Authorities for bankruptcy estates
fullmakter_for_forretningsforer|special|0195efb8-7c80-76b3-bb86-ae9dfd74bca2|Fullmakter for forretningsfører|Fullmakter for forretningsførar|Authorities for business managers
familie_og_fritid|person|0b3223ad-f02d-4249-8746-fc8e003292e0|Familie og fritid|Familie og fritid|Family and leisure
helse_og_omsorg|person|7547c6d0-42c5-4dfd-bb8e-46453fa011eb|Helse og omsorg|Helse og omsorg|Health and care
arbeidsliv_skole_og_utdanning|person|26be6035-a1a9-4ac2-a95b-0338c526f932|Arbeidsliv, skole og utdanning|Arbeidsliv, skule og utdanning|Working life, school and education
kultur_idrett_og_frivillighet|person|10a73dfd-1e70-44d4-b651-cd8db81e8b1b|Kultur, idrett og frivillighet|Kultur, idrett og frivilligheit|Culture, sport and volunteering
patenter_sertifikater_og_attester|person|36cac8e4-56dc-4825-a3ea-03f8f3d1a05b|Patenter, sertifikater og attester|Patent, sertifikat og attestar|Patents, certificates and attestations
politi_og_rettsvesen|person|0995c7e3-d791-4797-9ceb-1c40eadf9c81|Politi og rettsvesen|Politi og rettsvesen|Police and judiciary
plan_bygg_og_eiendom|person|4a9b468d-c008-4ad3-9532-ff4b949f13b7|Plan, bygg og eiendom|Plan, bygg og eigedom|Plan, building and property
trafikk_og_transport|person|287836cc-69ee-4220-84f1-35623a85ec7b|Trafikk og transport|Trafikk og transport|Traffic and transport
skatt_avgift_bank_og_forsikring|person|dcc8daab-e658-4251-a94f-a9e1c06b3833|Skatt, avgift, bank og forsikring|Skatt, avgift, bank og forsikring|Tax, levy, bank and insurance
administratorrettigheter|person|7d77a783-710c-463d-9187-ed1f4bbc23ad|Administratorrettigheter|Administratorrettar|Administrator rights
vergemal|person|2064fcbe-4eb5-42e3-9966-fd8aef27f36a|Vergemål|Verjemål|Guardianship
`;

/** The fields of authority. */
export const AREAS: readonly PackageArea[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [code = '', group = '', id = '', nb = '', nn = '', en = ''] = line.split('|');
    return {
      id,
      groupId: GROUP_OF[group as keyof typeof GROUP_OF] ?? '',
      code,
      name: texts(nb, nn, en),
      description: texts(
        `Tilgangspakker som gjelder ${lower(nb)}.`,
        `Tilgangspakkar som gjeld ${lower(nn)}.`,
        `Access packages that concern ${lower(en)}.`,
      ),
    };
  });

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
