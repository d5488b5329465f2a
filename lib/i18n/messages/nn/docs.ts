import type { Shape } from '../../shape.ts';
import type { docs as source } from '../nb/docs.ts';

/** The frame of the API reference; what stands inside it is the description itself, in English. */
export const docs = {
  title: 'API-referanse',
  lead: 'Alle endepunkta som maskiner bruker her. Sida er laga av den same skildringa som kontrollerer kalla.',
  inEnglish: 'Skildringane er på engelsk, som i standardane og Altinn sine eigne API.',
  start: 'Kom i gang',
  address: 'Adresse',
  machineReadable: 'Skildring for verktøy',
  authentication: 'Autentisering',
  authenticationText:
    'Hent eit token frå tokenendepunktet med ein signert JWT, og send det i Authorization-headeren. Utan gyldig token er svaret 401, utan rett scope eller rolle 403, begge utan innhald.',
  errors: 'Feil',
  errorsText: 'Feil har ein kode og ein trace-id. Oppgi trace-id-en når du spør nokon om hjelp.',
  errorsLink: 'Alle feilkodar frå tokenendepunktet',
  limits: 'Grenser',
  limitsText: 'Kvar klient kan sende {limit, number} kall i minuttet. Over det er svaret 429 med Retry-After.',
  noLimits: 'Denne installasjonen avgrensar ikkje kor mange kall ein klient kan sende.',
  sections: 'Område',
  endpoints: '{count, plural, one {# endepunkt} other {# endepunkt}}',
  missing: 'Skildringa er ikkje bygd i denne installasjonen.',
  back: 'Alle område',
  onThisPage: 'På denne sida',
  olderAddress: 'Eldre adresse',
  access: 'Tilgang',
  open: 'Ope for alle',
  parameters: 'Parametrar',
  body: 'Innhald',
  responses: 'Svar',
  example: 'Døme med curl',
  columns: {
    name: 'Namn',
    where: 'Kvar',
    type: 'Type',
    description: 'Forklaring',
  },
  path: 'i stien',
  query: 'i spørjinga',
  required: 'påkravd',
  problem: 'elles',
  of: '{what}: {operation}',
} satisfies Shape<typeof source>;
