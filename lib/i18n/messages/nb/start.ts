/** The page where those who build begin. */
export const start = {
  title: 'Kom i gang',
  lead: 'Her finner du det du trenger for å prøve sandkassen med egen kode. Alt er syntetisk, og siden finnes bare i sandkassen.',
  runs: 'Det som kjører',
  addresses: {
    portal: 'Portalen',
    issuer: 'Maskinporten, utsteder',
    token: 'Token',
    metadata: 'Metadata',
    administration: 'Selvbetjening for Maskinporten',
    platform: 'API-et for systembrukere',
    claims: 'Krav og betalinger',
    smartregnskap: 'SmartRegnskap',
  },
  token: 'Det første tokenet',
  tokenText:
    'Lim kommandoene inn i et skall i prosjektmappen. De signerer en JWT-grant for SmartCloud, henter et token for systembrukeren til TILFELDIG SUBTIL APE og leser kravene. Du trenger bare curl og openssl.',
  tokenCode: 'Kommandoer som henter et token',
  doctorText:
    'Når et token blir nektet, sier denne kommandoen hvilken kontroll som stoppet det, og hva du kan gjøre. Kommandolinjen og biblioteket for TypeScript er beskrevet i lib/sdk/README.md.',
  doctorCode: 'Kommando som undersøker en grant',
  clients: 'Klienter og nøkler',
  clientsText: 'De private nøklene ligger i filer som bare du kan lese. Portalen har bare de offentlige delene.',
  client: 'Klient',
  clientOf: '{client} hos {organisation}',
  names: {
    smartregnskap: 'SmartRegnskap',
    smartcloud: 'SmartCloud',
    smartpayroll: 'SmartLønn',
    krav: 'Krav og betalinger',
  },
  clientId: 'Klient-ID',
  kid: 'Nøkkel-ID',
  keyFile: 'Privat nøkkel',
  read: 'Les videre',
  reading: {
    docs: { title: 'API-referanse', text: 'Alle endepunkter med parametere, svar og token å prøve med.' },
    openapi: { title: 'OpenAPI-fil', text: 'Det samme for verktøy.' },
    errors: { title: 'Feilkoder', text: 'Hva hver kode betyr, og hva du kan gjøre.' },
    controls: {
      title: 'Styr testmiljøet',
      text: 'Flytt klokka, ta øyeblikksbilder og gå tilbake til dem, gi hver test sitt eget navnerom, eller begynn på nytt.',
    },
    outbox: { title: 'Utboks', text: 'E-postene som portalen har skrevet.' },
  },
} as const;
