import type { Shape } from '../../shape.ts';
import type { start as source } from '../nb/start.ts';

/** The page where those who build begin. */
export const start = {
  title: 'Kom i gang',
  lead: 'Her finn du det du treng for å prøve sandkassa med eigen kode. Alt er syntetisk, og sida finst berre i sandkassa.',
  runs: 'Det som køyrer',
  addresses: {
    portal: 'Portalen',
    issuer: 'Maskinporten, utferdar',
    token: 'Token',
    metadata: 'Metadata',
    administration: 'Sjølvbetening for Maskinporten',
    platform: 'API-et for systembrukarar',
    claims: 'Krav og betalingar',
    smartregnskap: 'SmartRegnskap',
  },
  token: 'Det første tokenet',
  tokenText:
    'Lim kommandoane inn i eit skal i prosjektmappa. Dei signerer ein JWT-grant for SmartCloud, hentar eit token for systembrukaren til TILFELDIG SUBTIL APE og les krava. Du treng berre curl og openssl.',
  tokenCode: 'Kommandoar som hentar eit token',
  doctorText:
    'Når eit token blir nekta, seier denne kommandoen kva kontroll som stoppa det, og kva du kan gjere. Kommandolinja og biblioteket for TypeScript er omtalte i lib/sdk/README.md.',
  doctorCode: 'Kommando som undersøkjer ein grant',
  clients: 'Klientar og nøklar',
  clientsText: 'Dei private nøklane ligg i filer som berre du kan lese. Portalen har berre dei offentlege delane.',
  client: 'Klient',
  clientOf: '{client} hos {organisation}',
  names: {
    smartregnskap: 'SmartRegnskap',
    smartcloud: 'SmartCloud',
    smartpayroll: 'SmartLønn',
    krav: 'Krav og betalingar',
  },
  clientId: 'Klient-ID',
  kid: 'Nøkkel-ID',
  keyFile: 'Privat nøkkel',
  read: 'Les vidare',
  reading: {
    docs: { title: 'API-referanse', text: 'Alle endepunkt med parametrar, svar og token å prøve med.' },
    openapi: { title: 'OpenAPI-fil', text: 'Det same for verktøy.' },
    errors: { title: 'Feilkodar', text: 'Kva kvar kode betyr, og kva du kan gjere.' },
    controls: {
      title: 'Styr testmiljøet',
      text: 'Flytt klokka, ta augneblinksbilete og gå tilbake til dei, gi kvar test sitt eige namnerom, eller byrj på nytt.',
    },
    outbox: { title: 'Utboks', text: 'E-postane som portalen har skrive.' },
  },
} satisfies Shape<typeof source>;
