/** Help, glossary, accessibility and privacy. */
export const help = {
  title: 'Hjelp og ordliste',
  lead: 'Kort om hvordan det henger sammen, og hva ordene betyr.',
  guides: {
    heading: 'Slik gjør du',
    answer: {
      title: 'Svare på en forespørsel',
      text: 'Åpne lenken du har fått, og logg inn. Les hva systemet får lov til, og svar ja eller nei. Kan du ikke svare selv, kan du sende forespørselen til en som kan.',
    },
    create: {
      title: 'Opprette en systembruker selv',
      text: 'Gå til Systembrukere og velg Ny systembruker. Finn fagsystemet, se hva det får lov til, og opprett systembrukeren.',
    },
    withdraw: {
      title: 'Trekke tilbake fullmakter',
      text: 'Gå til Systembrukere, velg systemet og trekk fullmaktene tilbake. Det gjelder med en gang. Vil dere bare stanse systemet en stund, setter dere det på pause i stedet.',
    },
    delegate: {
      title: 'Gi en leverandør tilgang til et API',
      text: 'Gå til API-tilganger og velg API-et og leverandøren. Du ser hva leverandøren får lov til før du bekrefter, og du kan trekke tilgangen tilbake når som helst.',
    },
    who: {
      title: 'Hvem kan svare?',
      text: 'Daglig leder, tilgangsstyrer og hovedadministrator kan svare for virksomheten. Andre som er tilknyttet virksomheten, kan sende forespørselen videre.',
    },
    result: {
      title: 'For leverandører: kontrollere utfallet',
      text: 'Har systemet valgt å få utfallet med på returadressen, får den status, id og result. Bare result er bevis: en JWT signert med RS256 og en av nøklene i /jwk, av typen request-result+jwt, gyldig i 15 minutter. Sjekk signaturen, iss, at aud er deres system-ID, og exp. Den har request_id, status og external_ref. Spør ellers API-et om statusen.',
    },
  },
  glossary: 'Ordliste',
  terms: {
    systemUser: {
      term: 'systembruker',
      meaning:
        'En bruker for et fagsystem, ikke for en person. Fagsystemet handler gjennom den for én virksomhet. I Altinn kan du se den omtalt som systemtilgang.',
    },
    clientSystemUser: {
      term: 'systembruker for klienter (agent)',
      meaning: 'Som en systembruker, men handler for virksomhetens klienter.',
    },
    businessSystem: {
      term: 'fagsystem',
      meaning: 'Programmet du bruker, for eksempel et regnskapssystem. I tekst for utviklere: sluttbrukersystem.',
    },
    vendor: {
      term: 'leverandør',
      meaning: 'Den som lager og leverer fagsystemet.',
    },
    systemRegister: {
      term: 'systemregister',
      meaning: 'Katalogen over fagsystemer.',
    },
    systemId: {
      term: 'system-ID',
      meaning: 'Navnet på et system i registeret: organisasjonsnummeret til leverandøren, understrek og et kort navn.',
    },
    serviceOwner: {
      term: 'tjenesteeier',
      meaning: 'Det offentlige organet som eier en tjeneste.',
    },
    operator: {
      term: 'plattformoperatør',
      meaning: 'Den som driver denne portalen.',
    },
    organisation: {
      term: 'virksomhet',
      meaning: 'Et selskap, et organ eller en annen juridisk enhet med organisasjonsnummer.',
    },
    unit: {
      term: 'hovedenhet og underenhet',
      meaning: 'Leddene i Enhetsregisteret. Nevnes bare der forskjellen betyr noe.',
    },
    orgNo: {
      term: 'organisasjonsnummer (org.nr.)',
      meaning: 'Ni siffer som identifiserer en virksomhet.',
    },
    actOnBehalf: {
      term: 'handle på vegne av',
      meaning: 'Å gjøre noe med virkning for en annen.',
    },
    authority: {
      term: 'fullmakt',
      meaning: 'Lov til å handle for noen. Du gir fullmakt, og du kan trekke den tilbake.',
    },
    right: {
      term: 'rettighet',
      meaning: 'Én tillatt handling på én tjeneste.',
    },
    action: {
      term: 'handling',
      meaning: 'Det rettigheten gjelder: lese, skrive, signere eller sende inn.',
    },
    access: {
      term: 'tilgang',
      meaning: 'Den tekniske muligheten til å gjøre noe.',
    },
    apiAccess: {
      term: 'API-tilgang',
      meaning:
        'Det at en leverandør får bruke et API for virksomheten, med sin egen Maskinporten-klient. I Altinn kan du se det omtalt som API-delegering.',
    },
    accessPackage: {
      term: 'tilgangspakke',
      meaning: 'En samling rettigheter innenfor ett felt, som gis samlet.',
    },
    area: {
      term: 'område',
      meaning: 'En gruppe tilgangspakker.',
    },
    singleService: {
      term: 'enkelttjeneste',
      meaning: 'En tjeneste du kan gi fullmakt til alene, utenfor pakkene.',
    },
    resource: {
      term: 'tjeneste / ressurs',
      meaning: 'Det fullmakten gjelder. Brukere ser ordet tjeneste, tjenesteeiere ser ordet ressurs.',
    },
    resourceRegistry: {
      term: 'ressursregister',
      meaning: 'Katalogen over tjenester.',
    },
    policy: {
      term: 'regel / policy',
      meaning: 'Hvem som kan gjøre hva på en ressurs.',
    },
    accessList: {
      term: 'tilgangsliste',
      meaning: 'Virksomhetene som får bruke en ressurs.',
    },
    level: {
      term: 'sikkerhetsnivå',
      meaning: 'Hvor sikkert vi vet hvem du er: nivå 3 eller 4. En systembruker har alltid nivå 3.',
    },
    request: {
      term: 'forespørsel',
      meaning: 'Et spørsmål fra en leverandør om systemet får handle for dere.',
    },
    changeRequest: {
      term: 'endringsforespørsel',
      meaning: 'Et spørsmål om å endre det en systembruker får lov til.',
    },
    forward: {
      term: 'sende videre',
      meaning: 'Å gi en forespørsel til noen som kan svare på den. Altinn sier eskalere.',
    },
    suspend: {
      term: 'sette på pause',
      meaning: 'Å stanse en systembruker en stund. Ingenting blir slettet, og dere tar den i bruk igjen når dere vil.',
    },
    withdraw: {
      term: 'trekke tilbake',
      meaning: 'Å ta fullmakten tilbake. Systemet kan ikke lenger handle for dere.',
    },
    accessManager: {
      term: 'tilgangsstyrer',
      meaning: 'En person som kan gi og trekke tilbake fullmakter for virksomheten.',
    },
    mainAdministrator: {
      term: 'hovedadministrator',
      meaning: 'En person som kan gi alle fullmakter videre for virksomheten.',
    },
    clientAdministrator: {
      term: 'klientadministrator',
      meaning: 'En person som kobler klienter til en systembruker for klienter.',
    },
    client: {
      term: 'klient',
      meaning: 'Kunden til en regnskapsfører, revisor eller forretningsfører.',
    },
    customer: {
      term: 'kunde',
      meaning: 'Kunden til leverandøren av fagsystemet.',
    },
    generalManager: {
      term: 'daglig leder',
      meaning: 'Den som leder virksomheten og kan gi alle fullmakter.',
    },
    maskinportenClient: {
      term: 'Maskinporten-klient',
      meaning: 'Identiteten et system bruker når det henter token.',
    },
    scope: {
      term: 'scope',
      meaning: 'Navnet på det et token gir lov til i et API.',
    },
    key: {
      term: 'nøkkel og nøkkel-ID (kid)',
      meaning: 'Det klienten signerer med, og navnet på det.',
    },
    returnAddress: {
      term: 'returadresse',
      meaning: 'Nettadressen du sendes tilbake til når du har svart.',
    },
    ownReference: {
      term: 'egen referanse',
      meaning: 'Leverandørens eget navn på kunden eller koblingen.',
    },
    receipt: {
      term: 'kvittering',
      meaning: 'Siden som viser hva du svarte, og når.',
    },
    activityLog: {
      term: 'aktivitetslogg',
      meaning: 'Alt som har skjedd for virksomheten: hvem, hva og når.',
    },
    agreement: {
      term: 'avtale',
      meaning: 'Avtalen mellom leverandøren og plattformoperatøren.',
    },
    environment: {
      term: 'testmiljø og produksjon',
      meaning: 'Et sted for å prøve og et sted for å bruke på ordentlig. De deler ingenting.',
    },
    syntheticPerson: {
      term: 'syntetisk person',
      meaning: 'En oppdiktet person for test. 80 er lagt til måneden i fødselsnummeret.',
    },
    decision: {
      term: 'avgjørelse (tillatt / avslått)',
      meaning: 'Svaret på om noen får gjøre noe med en ressurs akkurat nå.',
    },
  },
  accessibility: {
    title: 'Tilgjengelighet',
    lead: 'Portalen skal kunne brukes av alle. Vi følger WCAG 2.2 på nivå AA, som er strengere enn det loven krever (WCAG 2.1).',
    done: 'Slik tester vi',
    doneText:
      'Hver side blir testet automatisk på bokmål, nynorsk og engelsk, på bred og smal skjerm, i lys og mørk visning, og hovedoppgavene med bare tastatur.',
    gaps: 'Kjente mangler',
    gapsText:
      'Automatiske tester finner ikke alt. Portalen er ennå ikke gjennomgått av skjermleserbrukere. Navn og beskrivelser som leverandører og tjenesteeiere skriver selv, kan mangle oversettelse.',
    contact: 'Møter du et hinder?',
    contactText:
      'Fortell det til virksomheten som driver denne installasjonen av portalen. Du kan også klage til Tilsynet for universell utforming av ikt (UU-tilsynet).',
  },
  privacy: {
    title: 'Personvern',
    lead: 'Portalen lagrer så lite som mulig om deg, og bare det som trengs for å vise hvem som ga hvilken fullmakt.',
    stored: 'Dette lagrer vi',
    items: {
      name: 'Navnet ditt og rollene du har i virksomheter, fra registeret.',
      number: 'Fødselsnummeret ditt, kryptert. Det vises aldri på en side og skrives aldri i en logg.',
      actions:
        'Hva du gjør på vegne av en virksomhet: hva, når og for hvem. Virksomheten kan lese det i aktivitetsloggen sin.',
      session: 'Økten din, i opptil åtte timer.',
    },
    cookies: 'Informasjonskapsler',
    cookiesText:
      'Vi bruker bare nødvendige informasjonskapsler: én for innloggingen, én for språket, og noen kortlivede mens du logger inn. Ingen sporing, og ingenting hentes fra andre nettsteder. Tar innloggingen slutt mens du fyller ut et skjema, ligger det du skrev, kryptert i fanen til du logger inn igjen eller lukker den.',
    synthetic: 'I testmiljøet finnes bare syntetiske personer og virksomheter.',
  },
} as const;
