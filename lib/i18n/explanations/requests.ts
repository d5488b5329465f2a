import type { Texts } from '../texts.ts';
import type { Explanations } from './explanation.ts';

const REQUESTS = '/authentication/api/v1/systemuser/request';
const CHANGES = '/authentication/api/v1/systemuser/changerequest';
const SYSTEMS = '/authentication/api/v1/systemregister/vendor';
const PACKAGE = '/accessmanagement/api/v1/meta/info/accesspackages/package/urn/{urn}';

const OTHER_TYPE: Texts = [
  'Den er av den andre typen: Én gjelder en systembruker for klienter, den andre en vanlig systembruker.',
  'Han er av den andre typen: Éin gjeld ein systembrukar for klientar, den andre ein vanleg systembrukar.',
  'It is of the other type: one is for a client system user, the other for a standard system user.',
];
const DELETE_OLD: Texts = [
  `Slett den gamle med \`DELETE ${REQUESTS}/vendor/{requestId}\`, og send en ny.`,
  `Slett den gamle med \`DELETE ${REQUESTS}/vendor/{requestId}\`, og send ein ny.`,
  `Delete the old one with \`DELETE ${REQUESTS}/vendor/{requestId}\`, and send a new one.`,
];
const OTHER_REFERENCE: Texts = [
  'Skal kunden ha flere systembrukere for samme system, må hver ha sin egen `externalRef`.',
  'Skal kunden ha fleire systembrukarar for same system, må kvar ha sin eigen `externalRef`.',
  'If the customer is to have several system users for the same system, each needs its own `externalRef`.',
];
const UNKNOWN_ID: Texts = [
  'Ingen forespørsel har denne ID-en.',
  'Ingen førespurnad har denne ID-en.',
  'No request has this ID.',
];
const GONE: Texts = [
  'Leverandøren har trukket forespørselen tilbake, eller systembrukeren den førte til, er slettet.',
  'Leverandøren har trekt førespurnaden tilbake, eller systembrukaren han førte til, er sletta.',
  'The vendor has withdrawn the request, or the system user that it led to has been deleted.',
];
const OTHER_PARTY: Texts = [
  '`{party}` i adressen er en annen virksomhet enn den forespørselen er sendt til.',
  '`{party}` i adressa er ei anna verksemd enn den førespurnaden er send til.',
  '`{party}` in the address is not the organisation that the request was sent to.',
];
const OWN_PARTY: Texts = [
  'Sett `{party}` til party-ID-en til virksomheten i forespørselen. I portalen bytter du virksomhet.',
  'Set `{party}` til party-ID-en til verksemda i førespurnaden. I portalen byter du verksemd.',
  'Set `{party}` to the party ID of the organisation in the request. In the portal, switch organisation.',
];
const SYSTEM_CHANGED: Texts = [
  'Systemet er endret i systemregisteret etter at forespørselen ble sendt.',
  'Systemet er endra i systemregisteret etter at førespurnaden blei send.',
  'The system was changed in the system register after the request was sent.',
];
const READ_SYSTEM: Texts = [
  `Les systemet med \`GET ${SYSTEMS}/{systemId}\`, og be bare om det som står der.`,
  `Les systemet med \`GET ${SYSTEMS}/{systemId}\`, og be berre om det som står der.`,
  `Read the system with \`GET ${SYSTEMS}/{systemId}\`, and ask only for what it lists.`,
];
const NAMED_PACKAGES: Texts = [
  '`NotDelegablePackages` i svaret nevner pakkene. Ta dem ut av forespørselen.',
  '`NotDelegablePackages` i svaret nemner pakkane. Ta dei ut av førespurnaden.',
  '`NotDelegablePackages` in the answer names the packages. Take them out of the request.',
];

/** What requests of every kind are refused for. */
export const requests = {
  'AUTH-00000': {
    causes: [
      [
        '`partyOrgNo` er skrevet feil, eller er ikke nummeret til en virksomhet i registeret.',
        '`partyOrgNo` er skrive feil, eller er ikkje nummeret til ei verksemd i registeret.',
        '`partyOrgNo` is misspelt, or is not the number of an organisation in the register.',
      ],
      [
        'Ved endring: Kunden er ikke lenger i registeret.',
        'Ved endring: Kunden er ikkje lenger i registeret.',
        'For a change: the customer is no longer in the register.',
      ],
    ],
    cures: [
      [
        'Sett `partyOrgNo` til kundens organisasjonsnummer, ni siffer uten mellomrom.',
        'Set `partyOrgNo` til organisasjonsnummeret til kunden, ni siffer utan mellomrom.',
        'Set `partyOrgNo` to the customer’s organisation number, nine digits without spaces.',
      ],
    ],
  },
  'AUTH-00001': {
    causes: [
      [
        'Forespørselen har verken `rights` eller `accessPackages`.',
        'Førespurnaden har korkje `rights` eller `accessPackages`.',
        'The request has neither `rights` nor `accessPackages`.',
      ],
      [
        'En rettighet navngir ressursen på en annen måte enn systemet gjør, eller `rights` er lengre enn systemets liste.',
        'Ein rett namngir ressursen på ein annan måte enn systemet gjer, eller `rights` er lengre enn lista til systemet.',
        'A right names its resource in another way than the system does, or `rights` is longer than the system’s list.',
      ],
      SYSTEM_CHANGED,
      [
        'Ved godkjenning av en endring: Personen kan ikke selv gi rettigheten.',
        'Ved godkjenning av ei endring: Personen kan ikkje sjølv gi retten.',
        'When a change is approved: the person may not give the right.',
      ],
    ],
    cures: [
      READ_SYSTEM,
      [
        'Mangler rettigheten på systemet, legg den til på siden Systemer eller med `PUT …/vendor/{systemId}/rights`.',
        'Manglar retten på systemet, legg han til på sida System eller med `PUT …/vendor/{systemId}/rights`.',
        'If the system lacks the right, add it on the page Systems or with `PUT …/vendor/{systemId}/rights`.',
      ],
    ],
  },
  'AUTH-00003': {
    causes: [
      [
        'En systembruker har fra før samme ID som forespørselen.',
        'Ein systembrukar har frå før same ID som førespurnaden.',
        'A system user already has the ID of the request.',
      ],
    ],
    cures: [
      [
        'Be leverandøren trekke forespørselen tilbake og sende en ny; den får en ny ID.',
        'Be leverandøren trekkje førespurnaden tilbake og sende ein ny; han får ein ny ID.',
        'Ask the vendor to withdraw the request and send a new one; it gets a new ID.',
      ],
    ],
  },
  'AUTH-00004': {
    causes: [
      [
        'Kunden har allerede godkjent en forespørsel med samme system og `externalRef`.',
        'Kunden har alt godkjent ein førespurnad med same system og `externalRef`.',
        'The customer has already approved a request with the same system and `externalRef`.',
      ],
      [
        'Kunden har opprettet systembrukeren selv. Uten `externalRef` gjelder kundens organisasjonsnummer som referanse.',
        'Kunden har oppretta systembrukaren sjølv. Utan `externalRef` gjeld organisasjonsnummeret til kunden som referanse.',
        'The customer has created the system user without a request. Without an `externalRef`, the customer’s organisation number is the reference.',
      ],
    ],
    cures: [
      [
        'Bruk systembrukeren som finnes: `GET /authentication/api/v1/systemuser/vendor/byquery`.',
        'Bruk systembrukaren som finst: `GET /authentication/api/v1/systemuser/vendor/byquery`.',
        'Use the system user that exists: `GET /authentication/api/v1/systemuser/vendor/byquery`.',
      ],
      [
        `Skal den få andre rettigheter, send en endring med \`POST ${CHANGES}/vendor\`.`,
        `Skal han få andre rettar, send ei endring med \`POST ${CHANGES}/vendor\`.`,
        `If its rights are to change, send a change request with \`POST ${CHANGES}/vendor\`.`,
      ],
      OTHER_REFERENCE,
    ],
  },
  'AUTH-00006': { causes: [OTHER_TYPE], cures: [DELETE_OLD, OTHER_REFERENCE] },
  'AUTH-00007': {
    causes: [
      OTHER_TYPE,
      [
        'Ved endring: `correlation-id` tilhører en annen leverandørs endring, som venter på svar.',
        'Ved endring: `correlation-id` høyrer til endringa til ein annan leverandør, som ventar på svar.',
        'For a change: `correlation-id` belongs to another vendor’s change request, which is waiting for an answer.',
      ],
    ],
    cures: [
      [
        'Vent på svaret på den som er sendt, eller trekk den tilbake først.',
        'Vent på svaret på den som er send, eller trekk han tilbake først.',
        'Wait for the answer to the one that was sent, or withdraw it first.',
      ],
      [
        'Lag en ny GUID til `correlation-id` for hver endring.',
        'Lag ein ny GUID til `correlation-id` for kvar endring.',
        'Make a new GUID for `correlation-id` for each change.',
      ],
    ],
  },
  'AUTH-00008': {
    causes: [
      OTHER_TYPE,
      [
        'Avslaget er gammelt: Når en kunde sier nei i dag, er koden AUTH-00009.',
        'Avslaget er gammalt: Når ein kunde seier nei i dag, er koden AUTH-00009.',
        'The denial is old: when a customer says no today, the code is AUTH-00009.',
      ],
    ],
    cures: [DELETE_OLD],
  },
  'AUTH-00009': {
    causes: [OTHER_TYPE],
    cures: [
      DELETE_OLD,
      [
        'Snakk med kunden først. Grunnen kan stå på forespørselen, på siden Forespørsler.',
        'Snakk med kunden først. Grunnen kan stå på førespurnaden, på sida Førespurnader.',
        'Talk to the customer first. The reason may be on the request, on the page Requests.',
      ],
    ],
  },
  'AUTH-00010': {
    causes: [
      UNKNOWN_ID,
      GONE,
      [
        'Adressen er for en annen type forespørsel: vanlig, for klienter eller endring.',
        'Adressa er for ein annan type førespurnad: vanleg, for klientar eller endring.',
        'The address is for another type of request: standard, client or change.',
      ],
      [
        'Forespørselen er en annen leverandørs, eller til en annen virksomhet enn `{party}`.',
        'Førespurnaden er frå ein annan leverandør, eller til ei anna verksemd enn `{party}`.',
        'The request is another vendor’s, or for another organisation than `{party}`.',
      ],
    ],
    cures: [
      [
        `Finn forespørselen med \`GET ${REQUESTS}/vendor/bysystem/{systemId}\`, med \`vendor/agent\` for klienter. Endringer ligger under \`changerequest\`.`,
        `Finn førespurnaden med \`GET ${REQUESTS}/vendor/bysystem/{systemId}\`, med \`vendor/agent\` for klientar. Endringar ligg under \`changerequest\`.`,
        `Find the request with \`GET ${REQUESTS}/vendor/bysystem/{systemId}\`, with \`vendor/agent\` for clients. Changes are under \`changerequest\`.`,
      ],
      [
        'Er den trukket tilbake, må leverandøren sende en ny.',
        'Er han trekt tilbake, må leverandøren sende ein ny.',
        'If it was withdrawn, the vendor must send a new one.',
      ],
    ],
  },
  'AUTH-00011': {
    causes: [
      [
        '`systemId` er skrevet feil, eller systemet er slettet.',
        '`systemId` er skriven feil, eller systemet er sletta.',
        '`systemId` is misspelt, or the system has been deleted.',
      ],
      [
        'Systemet eller forespørselen tilhører en annen leverandør enn den som kaller.',
        'Systemet eller førespurnaden høyrer til ein annan leverandør enn den som kallar.',
        'The system or the request belongs to another vendor than the caller.',
      ],
      [
        'Leverandøren slettet systemet mens forespørselen ventet på svar.',
        'Leverandøren sletta systemet medan førespurnaden venta på svar.',
        'The vendor deleted the system while the request was waiting for an answer.',
      ],
      [
        'Systemet er ikke synlig, så andre virksomheter kan ikke velge det i portalen.',
        'Systemet er ikkje synleg, så andre verksemder kan ikkje velje det i portalen.',
        'The system is not visible, so other organisations cannot choose it in the portal.',
      ],
    ],
    cures: [
      [
        `Se systemene deres med \`GET ${SYSTEMS}\` eller på siden Systemer, og bruk ID-en derfra.`,
        `Sjå systema dykkar med \`GET ${SYSTEMS}\` eller på sida System, og bruk ID-en derifrå.`,
        `See your systems with \`GET ${SYSTEMS}\` or on the page Systems, and use the ID from there.`,
      ],
      [
        'Bruk et token for leverandøren som eier systemet.',
        'Bruk eit token for leverandøren som eig systemet.',
        'Use a token for the vendor that owns the system.',
      ],
    ],
  },
  'AUTH-00013': {
    causes: [
      [
        'Noen har allerede godkjent eller avvist forespørselen, kanskje i samme øyeblikk.',
        'Nokon har alt godkjent eller avvist førespurnaden, kanskje i same augneblink.',
        'Somebody has already approved or rejected the request, perhaps at the same moment.',
      ],
      ['Fristen for å svare er ute.', 'Fristen for å svare er ute.', 'The deadline for an answer has passed.'],
    ],
    cures: [
      [
        'Les forespørselen på nytt; `status` sier hva svaret ble.',
        'Les førespurnaden på nytt; `status` seier kva svaret blei.',
        'Read the request again; `status` says what the answer was.',
      ],
      [
        'Er fristen ute, må leverandøren sende en ny.',
        'Er fristen ute, må leverandøren sende ein ny.',
        'If the deadline has passed, the vendor must send a new one.',
      ],
    ],
  },
  'AUTH-00021': {
    causes: [
      [
        'Protokoll, vert, port eller sti er annerledes enn i `allowedRedirectUrls`. Spørringen etter ? teller ikke.',
        'Protokoll, vert, port eller sti er annleis enn i `allowedRedirectUrls`. Spørjinga etter ? tel ikkje.',
        'Scheme, host, port or path is not as in `allowedRedirectUrls`. The query after ? does not count.',
      ],
      [
        '`redirectUrl` er ikke en hel adresse, eller har brukernavn eller mellomrom.',
        '`redirectUrl` er ikkje ei heil adresse, eller har brukarnamn eller mellomrom.',
        '`redirectUrl` is not a whole address, or has a user name or spaces.',
      ],
    ],
    cures: [
      [
        `Legg adressen til i \`allowedRedirectUrls\` med \`PUT ${SYSTEMS}/{systemId}\` eller på siden Systemer.`,
        `Legg adressa til i \`allowedRedirectUrls\` med \`PUT ${SYSTEMS}/{systemId}\` eller på sida System.`,
        `Add the address to \`allowedRedirectUrls\` with \`PUT ${SYSTEMS}/{systemId}\` or on the page Systems.`,
      ],
      [
        'Eller send `redirectUrl` nøyaktig slik den står der.',
        'Eller send `redirectUrl` nøyaktig slik han står der.',
        'Or send `redirectUrl` exactly as it stands there.',
      ],
    ],
  },
  'AUTH-00023': {
    causes: [
      [
        'Tokenet er en persons, og har ingen `consumer`.',
        'Tokenet høyrer til ein person, og har ingen `consumer`.',
        'The token is a person’s and has no `consumer`.',
      ],
    ],
    cures: [
      [
        'Hent et token fra Maskinporten med leverandørens klient og scopet `altinn:authentication/systemuser.request.write`.',
        'Hent eit token frå Maskinporten med klienten til leverandøren og scopet `altinn:authentication/systemuser.request.write`.',
        'Get a token from Maskinporten with the vendor’s client and the scope `altinn:authentication/systemuser.request.write`.',
      ],
    ],
  },
  'AUTH-00026': {
    causes: [
      [
        'Forespørselen har en `redirectUrl`, men `allowedRedirectUrls` på systemet er tom.',
        'Førespurnaden har ein `redirectUrl`, men `allowedRedirectUrls` på systemet er tom.',
        'The request has a `redirectUrl`, but `allowedRedirectUrls` of the system is empty.',
      ],
    ],
    cures: [
      [
        `Registrer adressen i \`allowedRedirectUrls\` med \`PUT ${SYSTEMS}/{systemId}\`, eller utelat \`redirectUrl\`.`,
        `Registrer adressa i \`allowedRedirectUrls\` med \`PUT ${SYSTEMS}/{systemId}\`, eller utelat \`redirectUrl\`.`,
        `Register the address in \`allowedRedirectUrls\` with \`PUT ${SYSTEMS}/{systemId}\`, or leave \`redirectUrl\` out.`,
      ],
    ],
  },
  'AUTH-00030': {
    causes: [
      UNKNOWN_ID,
      GONE,
      [
        'Forespørselen gjelder ikke en systembruker for klienter, men adressen har `agent`.',
        'Førespurnaden gjeld ikkje ein systembrukar for klientar, men adressa har `agent`.',
        'The request is not for a client system user, but the address has `agent`.',
      ],
    ],
    cures: [
      [
        `Svar på en vanlig forespørsel under \`${REQUESTS}/{party}\`, uten \`agent\`.`,
        `Svar på ein vanleg førespurnad under \`${REQUESTS}/{party}\`, utan \`agent\`.`,
        `Answer a standard request under \`${REQUESTS}/{party}\`, without \`agent\`.`,
      ],
    ],
  },
  'AUTH-00041': { causes: [OTHER_PARTY], cures: [OWN_PARTY] },
  'AUTH-00042': { causes: [OTHER_PARTY], cures: [OWN_PARTY] },
  'AUTH-00058': {
    causes: [
      [
        '`accessPackages` mangler eller er tom. En systembruker for klienter får bare tilgangspakker, ingen rettigheter.',
        '`accessPackages` manglar eller er tom. Ein systembrukar for klientar får berre tilgangspakkar, ingen rettar.',
        '`accessPackages` is missing or empty. A client system user gets access packages only, no rights.',
      ],
    ],
    cures: [READ_SYSTEM],
  },
  'AUTH-00059': {
    causes: [
      [
        'Både `rights` og `accessPackages` er tomme, eller én er tom og den andre mangler.',
        'Både `rights` og `accessPackages` er tomme, eller éin er tom og den andre manglar.',
        'Both `rights` and `accessPackages` are empty, or one is empty and the other missing.',
      ],
    ],
    cures: [READ_SYSTEM],
  },
  'AUTH-00061': {
    causes: [
      [
        '`correlation-id` er brukt før, i en endring som er besvart eller trukket tilbake.',
        '`correlation-id` er brukt før, i ei endring som er svara på eller trekt tilbake.',
        '`correlation-id` was used before, in a change request that has been answered or withdrawn.',
      ],
      [
        '`correlation-id` er ID-en til en forespørsel om en ny systembruker.',
        '`correlation-id` er ID-en til ein førespurnad om ein ny systembrukar.',
        '`correlation-id` is the ID of a request for a new system user.',
      ],
    ],
    cures: [
      [
        'Lag en ny GUID til `correlation-id`, og send endringen på nytt.',
        'Lag ein ny GUID til `correlation-id`, og send endringa på nytt.',
        'Make a new GUID for `correlation-id`, and send the change again.',
      ],
    ],
  },
  'AUTH-00063': {
    causes: [
      [
        '`NotFoundPackages` i svaret nevner pakker som systemet ikke har.',
        '`NotFoundPackages` i svaret nemner pakkar som systemet ikkje har.',
        '`NotFoundPackages` in the answer names packages that the system does not have.',
      ],
      [
        'En pakke står to ganger, så listen er lengre enn systemets.',
        'Ein pakke står to gonger, så lista er lengre enn den til systemet.',
        'A package is listed twice, so that the list is longer than the system’s.',
      ],
      SYSTEM_CHANGED,
      [
        'Ved tilkobling av klienter: Systembrukeren har ingen tilgangspakker.',
        'Ved tilkopling av klientar: Systembrukaren har ingen tilgangspakkar.',
        'When a client is added: the system user has no access packages.',
      ],
    ],
    cures: [
      READ_SYSTEM,
      [
        'Mangler pakken på systemet, legg den til på siden Systemer eller med `PUT …/vendor/{systemId}/accesspackages`.',
        'Manglar pakken på systemet, legg han til på sida System eller med `PUT …/vendor/{systemId}/accesspackages`.',
        'If the system lacks the package, add it on the page Systems or with `PUT …/vendor/{systemId}/accesspackages`.',
      ],
    ],
  },
  'AUTH-00064': {
    causes: [
      [
        'Pakken kan bare gis for klienter: `isAssignable` er `false` i katalogen.',
        'Pakken kan berre givast for klientar: `isAssignable` er `false` i katalogen.',
        'The package can be given for clients only: `isAssignable` is `false` in the catalogue.',
      ],
      [
        'Pakken er ikke lenger i katalogen.',
        'Pakken er ikkje lenger i katalogen.',
        'The package is no longer in the catalogue.',
      ],
    ],
    cures: [
      NAMED_PACKAGES,
      [
        `Trengs pakken, be om en systembruker for klienter med \`POST ${REQUESTS}/vendor/agent\`.`,
        `Trengst pakken, be om ein systembrukar for klientar med \`POST ${REQUESTS}/vendor/agent\`.`,
        `If the package is needed, ask for a client system user with \`POST ${REQUESTS}/vendor/agent\`.`,
      ],
    ],
  },
  'AUTH-00065': {
    causes: [
      [
        'Pakken kan ikke gis for klienter: `isDelegable` er `false` i katalogen.',
        'Pakken kan ikkje givast for klientar: `isDelegable` er `false` i katalogen.',
        'The package cannot be given for clients: `isDelegable` is `false` in the catalogue.',
      ],
    ],
    cures: [
      NAMED_PACKAGES,
      [
        `Se hva en pakke kan brukes til, med \`GET ${PACKAGE}\`.`,
        `Sjå kva ein pakke kan brukast til, med \`GET ${PACKAGE}\`.`,
        `See what a package can be used for with \`GET ${PACKAGE}\`.`,
      ],
    ],
  },
  'AUTH-00066': {
    causes: [
      [
        'Personen har verken rolle eller fullmakt i virksomheten som forespørselen er sendt til.',
        'Personen har korkje rolle eller fullmakt i verksemda som førespurnaden er send til.',
        'The person has neither a role nor authority in the organisation that the request was sent to.',
      ],
    ],
    cures: [
      [
        'La noen i virksomheten åpne lenken. Daglig leder, tilgangsstyrer og hovedadministrator kan svare.',
        'La nokon i verksemda opne lenkja. Dagleg leiar, tilgangsstyrar og hovudadministrator kan svare.',
        'Let somebody in the organisation open the link. The general manager, access managers and main administrators can answer.',
      ],
    ],
  },
  'REQ-00001': {
    causes: [
      [
        'Leverandøren endret systemet mens siden sto åpen.',
        'Leverandøren endra systemet medan sida stod open.',
        'The vendor changed the system while the page was open.',
      ],
    ],
    cures: [
      [
        'Last siden på nytt, les hva systemet nå ber om, og svar en gang til.',
        'Last sida på nytt, les kva systemet no ber om, og svar ein gong til.',
        'Reload the page, read what the system asks for now, and answer again.',
      ],
    ],
  },
  'REQ-00002': {
    causes: [
      [
        'Grensen for hvor mange forespørsler fra én leverandør som kan vente hos én kunde, er nådd. Alle typer teller med.',
        'Grensa for kor mange førespurnader frå éin leverandør som kan vente hos éin kunde, er nådd. Alle typar tel med.',
        'The limit on how many requests of one vendor may wait at one customer has been reached. All types count.',
      ],
    ],
    cures: [
      [
        `Trekk tilbake det som ikke trengs, med \`DELETE ${REQUESTS}/vendor/{requestId}\` eller på siden Forespørsler.`,
        `Trekk tilbake det som ikkje trengst, med \`DELETE ${REQUESTS}/vendor/{requestId}\` eller på sida Førespurnader.`,
        `Withdraw what is not needed with \`DELETE ${REQUESTS}/vendor/{requestId}\` or on the page Requests.`,
      ],
      [
        'Eller vent til kunden har svart; `Retry-After` sier når du tidligst bør prøve igjen.',
        'Eller vent til kunden har svara; `Retry-After` seier når du tidlegast bør prøve igjen.',
        'Or wait until the customer has answered; `Retry-After` says when to try again at the earliest.',
      ],
    ],
  },
  'REQ-00003': {
    causes: [
      [
        'Forespørselen er sendt videre av samme person mange ganger det siste døgnet.',
        'Førespurnaden er send vidare av same person mange gonger det siste døgnet.',
        'The same person has forwarded the request many times in the last 24 hours.',
      ],
      [
        'Noen har allerede minnet om forespørselen det siste døgnet.',
        'Nokon har alt minna om førespurnaden det siste døgnet.',
        'Somebody has already sent a reminder in the last 24 hours.',
      ],
    ],
    cures: [
      [
        'Vent et døgn. Haster det, ta direkte kontakt med den som kan svare.',
        'Vent eit døgn. Hastar det, ta direkte kontakt med den som kan svare.',
        'Wait 24 hours. If it is urgent, contact the person who can answer directly.',
      ],
    ],
  },
  'REQ-00004': {
    causes: [
      [
        'Plattformoperatøren har stanset systemet. Ingen kan be om, godkjenne eller opprette systembrukere for det, og ingen token utstedes.',
        'Plattformoperatøren har stansa systemet. Ingen kan be om, godkjenne eller opprette systembrukarar for det, og ingen token blir utferda.',
        'The platform operator has suspended the system. Nobody can ask for, approve or create system users for it, and no tokens are issued.',
      ],
    ],
    cures: [
      [
        'Leverandøren må ta kontakt med plattformoperatøren. Forespørsler som er sendt, kan besvares når systemet er åpnet igjen.',
        'Leverandøren må ta kontakt med plattformoperatøren. Førespurnader som er sende, kan få svar når systemet er opna igjen.',
        'The vendor must contact the platform operator. Requests that have been sent can be answered when the system is open again.',
      ],
    ],
  },
  'REQ-00005': {
    causes: [
      [
        'Personen er ikke lenger tilgangsstyrer i virksomheten, eller listen på siden er gammel.',
        'Personen er ikkje lenger tilgangsstyrar i verksemda, eller lista på sida er gammal.',
        'The person is no longer an access manager of the organisation, or the list on the page is old.',
      ],
    ],
    cures: [
      [
        'Last siden på nytt, og velg en annen eller alle som kan svare.',
        'Last sida på nytt, og vel ein annan eller alle som kan svare.',
        'Reload the page, and choose somebody else or everybody who can answer.',
      ],
    ],
  },
  'REQ-00006': {
    causes: [
      [
        'Kunden svarte i samme øyeblikk som leverandøren trakk forespørselen tilbake. Svaret gjelder.',
        'Kunden svara i same augneblink som leverandøren trekte førespurnaden tilbake. Svaret gjeld.',
        'The customer answered at the moment when the vendor withdrew the request. The answer stands.',
      ],
    ],
    cures: [
      [
        'Les forespørselen på nytt. Skal den likevel vekk, kall `DELETE` en gang til; en systembruker den førte til, består.',
        'Les førespurnaden på nytt. Skal han likevel vekk, kall `DELETE` ein gong til; ein systembrukar han førte til, består.',
        'Read the request again. If it is still to go, call `DELETE` once more; a system user that it led to remains.',
      ],
    ],
  },
  'REQ-00007': {
    causes: [
      [
        'Kunden har sperret leverandøren for nye forespørsler.',
        'Kunden har sperra leverandøren for nye førespurnader.',
        'The customer has blocked requests from the vendor.',
      ],
    ],
    cures: [
      [
        'Ta kontakt med kunden. En tilgangsstyrer der kan oppheve sperringen på siden Forespørsler.',
        'Ta kontakt med kunden. Ein tilgangsstyrar der kan oppheve sperringa på sida Førespurnader.',
        'Contact the customer. An access manager there can unblock the vendor on the page Requests.',
      ],
    ],
  },
  'REQ-00008': {
    causes: [
      [
        'Noen i virksomheten har bedt leverandøren om en endring det siste døgnet.',
        'Nokon i verksemda har bede leverandøren om ei endring det siste døgnet.',
        'Somebody in the organisation has asked the vendor for a change in the last 24 hours.',
      ],
    ],
    cures: [
      [
        'Vent et døgn, eller ta direkte kontakt med leverandøren.',
        'Vent eit døgn, eller ta direkte kontakt med leverandøren.',
        'Wait 24 hours, or contact the vendor directly.',
      ],
    ],
  },
} as const satisfies Explanations;
