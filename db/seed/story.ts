/** The people and organisations of the sandbox; all numbers but one are synthetic. */
export const ORG = {
  skatteetaten: '201100100',
  digdir: '202200206',
  smartCloud: '313300307',
  kalkulator: '313300501',
  rorOgVann: '314400402',
  subtilApe: '315500508',
  rettRegnskap: '316600603',
} as const;

/** The organisations of the story, as the register has them. */
export const ORGANISATIONS: readonly { orgNo: string; name: string; orgForm: string; orgCode?: string }[] = [
  { orgNo: ORG.skatteetaten, name: 'Skatteetaten', orgForm: 'ORGL', orgCode: 'skd' },
  { orgNo: ORG.digdir, name: 'Digdir', orgForm: 'ORGL', orgCode: 'digdir' },
  { orgNo: ORG.smartCloud, name: 'SmartCloud AS', orgForm: 'AS' },
  { orgNo: ORG.kalkulator, name: 'LUNEFULL KALKULATOR AS', orgForm: 'AS' },
  { orgNo: ORG.rorOgVann, name: 'Rør og Vann AS', orgForm: 'AS' },
  { orgNo: ORG.subtilApe, name: 'TILFELDIG SUBTIL APE', orgForm: 'AS' },
  { orgNo: ORG.rettRegnskap, name: 'Rett Regnskap AS', orgForm: 'AS' },
];

/**
 * The service owner in whose name Altinn's own test suites work, under the number that they use. Nobody of the story acts
 * for it; tokens of the token generator do.
 */
export const TEST_OWNER = { orgNo: '991825827', name: 'TESTDEPARTEMENTET', orgForm: 'ORGL', orgCode: 'ttd' } as const;

/** The accountant's clients; the last two have not given `krav-og-utlegg`. */
export const CLIENTS: readonly { orgNo: string; name: string; hasGivenPackage: boolean }[] = [
  { orgNo: '317701004', name: 'MODIG STILLE GRAN', hasGivenPackage: true },
  { orgNo: '317701136', name: 'LETT TREKANTET ELG', hasGivenPackage: true },
  { orgNo: '317701268', name: 'GLAD PRAKTISK ROGN', hasGivenPackage: true },
  { orgNo: '317701403', name: 'TÅLMODIG BLÅ GAUPE', hasGivenPackage: true },
  { orgNo: '317701527', name: 'RUND FORSIKTIG ALM', hasGivenPackage: true },
  { orgNo: '317701659', name: 'KVIKK NØYSOM JERV', hasGivenPackage: true },
  { orgNo: '317701780', name: 'MYK OPPMERKSOM LIND', hasGivenPackage: true },
  { orgNo: '317701918', name: 'FRISK EKSAKT OTER', hasGivenPackage: true },
  { orgNo: '317702043', name: 'STØDIG SINDIG EIK', hasGivenPackage: true },
  { orgNo: '317702175', name: 'LYS BESKJEDEN HARE', hasGivenPackage: true },
  { orgNo: '317702302', name: 'RIK LUNEFULL SELJE', hasGivenPackage: true },
  { orgNo: '317702434', name: 'VÅKEN TETT MÅR', hasGivenPackage: true },
  { orgNo: '317702566', name: 'DJERV SPISS HEGG', hasGivenPackage: false },
  { orgNo: '317702698', name: 'SEN VARSOM ULV', hasGivenPackage: false },
];

type SeedPerson = {
  readonly personNo: string;
  readonly name: string;
  readonly email: string;
  readonly language?: 'nb' | 'nn' | 'en';
  readonly roles: readonly { readonly orgNo: string; readonly role: string }[];
};

/** The person numbers of the story, by the name that tests call people. */
export const PERSON = {
  pia: '14837912092',
  jonas: '02919423172',
  flink: '11848135048',
  stillferdig: '23866831025',
  varsom: '30817220033',
  ryddig: '09898615321',
  kvikk: '17859034195',
  noyaktig: '05928328017',
  dina: '21887640030',
} as const;

/** `ANSATT` stands for any employment that gives a relation and nothing else. */
export const PEOPLE: readonly SeedPerson[] = [
  {
    personNo: PERSON.pia,
    name: 'Pia Strøm',
    email: 'pia@rorogvann.example',
    roles: [
      { orgNo: ORG.rorOgVann, role: 'DAGL' },
      { orgNo: '317701004', role: 'LEDE' },
    ],
  },
  {
    personNo: PERSON.jonas,
    name: 'Jonas Dal',
    email: 'jonas@rorogvann.example',
    roles: [{ orgNo: ORG.rorOgVann, role: 'ANSATT' }],
  },
  {
    personNo: PERSON.flink,
    name: 'FLINK MURSTEIN',
    email: 'flink@rorogvann.example',
    language: 'nn',
    roles: [{ orgNo: ORG.rorOgVann, role: 'ADMAI' }],
  },
  {
    personNo: PERSON.stillferdig,
    name: 'STILLFERDIG LANTERNE',
    email: 'stillferdig@ape.example',
    roles: [{ orgNo: ORG.subtilApe, role: 'DAGL' }],
  },
  {
    personNo: PERSON.varsom,
    name: 'VARSOM BRATSJ',
    email: 'varsom@rettregnskap.example',
    roles: [{ orgNo: ORG.rettRegnskap, role: 'DAGL' }],
  },
  {
    personNo: PERSON.ryddig,
    name: 'RYDDIG KOMPASS',
    email: 'ryddig@rettregnskap.example',
    roles: [{ orgNo: ORG.rettRegnskap, role: 'KLADM' }],
  },
  {
    personNo: PERSON.kvikk,
    name: 'KVIKK TASTATUR',
    email: 'kvikk@smartcloud.example',
    roles: [{ orgNo: ORG.smartCloud, role: 'ANSATT' }],
  },
  {
    personNo: PERSON.noyaktig,
    name: 'NØYAKTIG LINJAL',
    email: 'noyaktig@skatteetaten.example',
    roles: [{ orgNo: ORG.skatteetaten, role: 'ANSATT' }],
  },
  {
    personNo: PERSON.dina,
    name: 'Dina Havn',
    email: 'dina@digdir.example',
    roles: [{ orgNo: ORG.digdir, role: 'ANSATT' }],
  },
];

/** Who works with clients, scopes, systems and resources at the three technical organisations. */
export const TECHNICAL_ADMINISTRATORS: readonly { personNo: string; orgNo: string }[] = [
  { personNo: PERSON.kvikk, orgNo: ORG.smartCloud },
  { personNo: PERSON.noyaktig, orgNo: ORG.skatteetaten },
  { personNo: PERSON.dina, orgNo: ORG.digdir },
];
