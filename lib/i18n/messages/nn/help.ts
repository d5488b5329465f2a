import type { Shape } from '../../shape.ts';
import type { help as source } from '../nb/help.ts';

/** Help, glossary, accessibility and privacy. */
export const help = {
  title: 'Hjelp og ordliste',
  lead: 'Kort om korleis det heng saman, og kva orda tyder.',
  guides: {
    heading: 'Slik gjer du',
    answer: {
      title: 'Svare på ein førespurnad',
      text: 'Opne lenkja du har fått, og logg inn. Les kva systemet får lov til, og svar ja eller nei. Kan du ikkje svare sjølv, kan du sende førespurnaden til ein som kan.',
    },
    create: {
      title: 'Opprette ein systembrukar sjølv',
      text: 'Gå til Systembrukarar og vel Ny systembrukar. Finn fagsystemet, sjå kva det får lov til, og opprett systembrukaren.',
    },
    withdraw: {
      title: 'Trekkje tilbake fullmakter',
      text: 'Gå til Systembrukarar, vel systemet og trekk fullmaktene tilbake. Det gjeld med ein gong. Vil de berre stanse systemet ei stund, set de det på pause i staden.',
    },
    delegate: {
      title: 'Gi ein leverandør tilgang til eit API',
      text: 'Gå til API-tilgangar og vel API-et og leverandøren. Du ser kva leverandøren får lov til før du stadfestar, og du kan trekkje tilgangen tilbake når som helst.',
    },
    who: {
      title: 'Kven kan svare?',
      text: 'Dagleg leiar, tilgangsstyrar og hovudadministrator kan svare for verksemda. Andre som er knytte til verksemda, kan sende førespurnaden vidare.',
    },
    result: {
      title: 'For leverandørar: kontrollere utfallet',
      text: 'Har systemet valt å få utfallet med på returadressa, får ho status, id og result. Berre result er bevis: ein JWT signert med RS256 og ein av nøklane i /jwk, av typen request-result+jwt, gyldig i 15 minutt. Sjekk signaturen, iss, at aud er system-ID-en dykkar, og exp. Han har request_id, status og external_ref. Spør elles API-et om statusen.',
    },
  },
  glossary: 'Ordliste',
  terms: {
    systemUser: {
      term: 'systembrukar',
      meaning:
        'Ein brukar for eit fagsystem, ikkje for ein person. Fagsystemet handlar gjennom han for éi verksemd. I Altinn kan du sjå han omtala som systemtilgang.',
    },
    clientSystemUser: {
      term: 'systembrukar for klientar (agent)',
      meaning: 'Som ein systembrukar, men handlar for klientane til verksemda.',
    },
    businessSystem: {
      term: 'fagsystem',
      meaning: 'Programmet du bruker, til dømes eit rekneskapssystem. I tekst for utviklarar: sluttbrukarsystem.',
    },
    vendor: {
      term: 'leverandør',
      meaning: 'Den som lagar og leverer fagsystemet.',
    },
    systemRegister: {
      term: 'systemregister',
      meaning: 'Katalogen over fagsystem.',
    },
    systemId: {
      term: 'system-ID',
      meaning:
        'Namnet på eit system i registeret: organisasjonsnummeret til leverandøren, understrek og eit kort namn.',
    },
    serviceOwner: {
      term: 'tenesteeigar',
      meaning: 'Det offentlege organet som eig ei teneste.',
    },
    operator: {
      term: 'plattformoperatør',
      meaning: 'Den som driv denne portalen.',
    },
    organisation: {
      term: 'verksemd',
      meaning: 'Eit selskap, eit organ eller ei anna juridisk eining med organisasjonsnummer.',
    },
    unit: {
      term: 'hovudeining og undereining',
      meaning: 'Ledda i Einingsregisteret. Blir berre nemnde der skilnaden betyr noko.',
    },
    orgNo: {
      term: 'organisasjonsnummer (org.nr.)',
      meaning: 'Ni siffer som identifiserer ei verksemd.',
    },
    actOnBehalf: {
      term: 'handle på vegner av',
      meaning: 'Å gjere noko med verknad for ein annan.',
    },
    authority: {
      term: 'fullmakt',
      meaning: 'Lov til å handle for nokon. Du gir fullmakt, og du kan trekkje ho tilbake.',
    },
    right: {
      term: 'rett',
      meaning: 'Éi tillaten handling på éi teneste.',
    },
    action: {
      term: 'handling',
      meaning: 'Det retten gjeld: lese, skrive, signere eller sende inn.',
    },
    access: {
      term: 'tilgang',
      meaning: 'Den tekniske moglegheita til å gjere noko.',
    },
    apiAccess: {
      term: 'API-tilgang',
      meaning:
        'Det at ein leverandør får bruke eit API for verksemda, med sin eigen Maskinporten-klient. I Altinn kan du sjå det omtalt som API-delegering.',
    },
    accessPackage: {
      term: 'tilgangspakke',
      meaning: 'Ei samling rettar innanfor eitt felt, som blir gitt samla.',
    },
    area: {
      term: 'område',
      meaning: 'Ei gruppe tilgangspakkar.',
    },
    singleService: {
      term: 'enkeltteneste',
      meaning: 'Ei teneste du kan gi fullmakt til åleine, utanfor pakkane.',
    },
    resource: {
      term: 'teneste / ressurs',
      meaning: 'Det fullmakta gjeld. Brukarar ser ordet teneste, tenesteeigarar ser ordet ressurs.',
    },
    resourceRegistry: {
      term: 'ressursregister',
      meaning: 'Katalogen over tenester.',
    },
    policy: {
      term: 'regel / policy',
      meaning: 'Kven som kan gjere kva på ein ressurs.',
    },
    accessList: {
      term: 'tilgangsliste',
      meaning: 'Verksemdene som får bruke ein ressurs.',
    },
    level: {
      term: 'tryggleiksnivå',
      meaning: 'Kor sikkert vi veit kven du er: nivå 3 eller 4. Ein systembrukar har alltid nivå 3.',
    },
    request: {
      term: 'førespurnad',
      meaning: 'Eit spørsmål frå ein leverandør om systemet får handle for dykk.',
    },
    changeRequest: {
      term: 'endringsførespurnad',
      meaning: 'Eit spørsmål om å endre det ein systembrukar får lov til.',
    },
    forward: {
      term: 'sende vidare',
      meaning: 'Å gi ein førespurnad til nokon som kan svare på han. Altinn seier eskalere.',
    },
    suspend: {
      term: 'setje på pause',
      meaning: 'Å stanse ein systembrukar ei stund. Ingenting blir sletta, og de tek han i bruk igjen når de vil.',
    },
    withdraw: {
      term: 'trekkje tilbake',
      meaning: 'Å ta fullmakta tilbake. Systemet kan ikkje lenger handle for dykk.',
    },
    accessManager: {
      term: 'tilgangsstyrar',
      meaning: 'Ein person som kan gi og trekkje tilbake fullmakter for verksemda.',
    },
    mainAdministrator: {
      term: 'hovudadministrator',
      meaning: 'Ein person som kan gi alle fullmakter vidare for verksemda.',
    },
    clientAdministrator: {
      term: 'klientadministrator',
      meaning: 'Ein person som koplar klientar til ein systembrukar for klientar.',
    },
    client: {
      term: 'klient',
      meaning: 'Kunden til ein rekneskapsførar, revisor eller forretningsførar.',
    },
    customer: {
      term: 'kunde',
      meaning: 'Kunden til leverandøren av fagsystemet.',
    },
    generalManager: {
      term: 'dagleg leiar',
      meaning: 'Den som leier verksemda og kan gi alle fullmakter.',
    },
    maskinportenClient: {
      term: 'Maskinporten-klient',
      meaning: 'Identiteten eit system bruker når det hentar token.',
    },
    scope: {
      term: 'scope',
      meaning: 'Namnet på det eit token gir lov til i eit API.',
    },
    key: {
      term: 'nøkkel og nøkkel-ID (kid)',
      meaning: 'Det klienten signerer med, og namnet på det.',
    },
    returnAddress: {
      term: 'returadresse',
      meaning: 'Nettadressa du blir send tilbake til når du har svara.',
    },
    ownReference: {
      term: 'eigen referanse',
      meaning: 'Leverandøren sitt eige namn på kunden eller koplinga.',
    },
    receipt: {
      term: 'kvittering',
      meaning: 'Sida som viser kva du svara, og når.',
    },
    activityLog: {
      term: 'aktivitetslogg',
      meaning: 'Alt som har skjedd for verksemda: kven, kva og når.',
    },
    agreement: {
      term: 'avtale',
      meaning: 'Avtalen mellom leverandøren og plattformoperatøren.',
    },
    environment: {
      term: 'testmiljø og produksjon',
      meaning: 'Ein stad for å prøve og ein stad for å bruke på ordentleg. Dei deler ingenting.',
    },
    syntheticPerson: {
      term: 'syntetisk person',
      meaning: 'Ein oppdikta person for test. 80 er lagt til månaden i fødselsnummeret.',
    },
    decision: {
      term: 'avgjerd (tillaten / avslått)',
      meaning: 'Svaret på om nokon får gjere noko med ein ressurs akkurat no.',
    },
  },
  accessibility: {
    title: 'Tilgjenge',
    lead: 'Portalen skal kunne brukast av alle. Vi følgjer WCAG 2.2 på nivå AA, som er strengare enn det lova krev (WCAG 2.1).',
    done: 'Slik testar vi',
    doneText:
      'Kvar side blir testa automatisk på bokmål, nynorsk og engelsk, på brei og smal skjerm, i lys og mørk vising, og hovudoppgåvene med berre tastatur.',
    gaps: 'Kjende manglar',
    gapsText:
      'Automatiske testar finn ikkje alt. Portalen er enno ikkje gjennomgått av skjermlesarbrukarar. Namn og skildringar som leverandørar og tenesteeigarar skriv sjølve, kan mangle omsetjing.',
    contact: 'Møter du eit hinder?',
    contactText:
      'Fortel det til verksemda som driv denne installasjonen av portalen. Du kan òg klage til Tilsynet for universell utforming av ikt (UU-tilsynet).',
  },
  privacy: {
    title: 'Personvern',
    lead: 'Portalen lagrar så lite som mogleg om deg, og berre det som trengst for å vise kven som gav kva fullmakt.',
    stored: 'Dette lagrar vi',
    items: {
      name: 'Namnet ditt og rollene du har i verksemder, frå registeret.',
      number: 'Fødselsnummeret ditt, kryptert. Det blir aldri vist på ei side og aldri skrive i ein logg.',
      actions:
        'Kva du gjer på vegner av ei verksemd: kva, når og for kven. Verksemda kan lese det i aktivitetsloggen sin.',
      session: 'Økta di, i opptil åtte timar.',
    },
    cookies: 'Informasjonskapslar',
    cookiesText:
      'Vi bruker berre naudsynte informasjonskapslar: éin for innlogginga, éin for språket, og nokre kortliva medan du loggar inn. Inga sporing, og ingenting blir henta frå andre nettstader. Tek innlogginga slutt medan du fyller ut eit skjema, ligg det du skreiv, kryptert i fana til du loggar inn att eller lukkar fana.',
    synthetic: 'I testmiljøet finst berre syntetiske personar og verksemder.',
  },
} satisfies Shape<typeof source>;
