import type { Texts } from '../texts.ts';
import type { Explanations } from './explanation.ts';

const SYSTEM_USERS = '/authentication/api/v1/systemuser';
const CLIENTS = '/authentication/api/v1/enduser/systemuser/clients';

const FOREIGN_FACILITATOR: Texts = [
  '`facilitator` eller `partyUuid` er en annen virksomhet enn `{party}` i adressen.',
  '`facilitator` eller `partyUuid` er ei anna verksemd enn `{party}` i adressa.',
  '`facilitator` or `partyUuid` is not the organisation that `{party}` in the address names.',
];
const OWN_UUID: Texts = [
  'Bruk party-UUID-en til virksomheten som eier systembrukeren, og party-ID-en til den samme i adressen.',
  'Bruk party-UUID-en til verksemda som eig systembrukaren, og party-ID-en til den same i adressa.',
  'Use the party UUID of the organisation that owns the system user, and the party ID of the same one in the address.',
];
const NOT_FOR_CLIENTS: Texts = [
  'ID-en gjelder en vanlig systembruker, som bare handler for eieren.',
  'ID-en gjeld ein vanleg systembrukar, som berre handlar for eigaren.',
  'The ID is that of a standard system user, which acts for its owner only.',
];
const FIND_AGENT: Texts = [
  `Finn systembrukere for klienter med \`GET ${SYSTEM_USERS}/agent/{party}\` eller på siden Systembrukere.`,
  `Finn systembrukarar for klientar med \`GET ${SYSTEM_USERS}/agent/{party}\` eller på sida Systembrukarar.`,
  `Find client system users with \`GET ${SYSTEM_USERS}/agent/{party}\` or on the page System users.`,
];
const FIND_AGENT_BY_PERSON: Texts = [
  'Finn systembrukere for klienter med `GET /authentication/api/v1/enduser/systemuser/agents?party={orgNo}`.',
  'Finn systembrukarar for klientar med `GET /authentication/api/v1/enduser/systemuser/agents?party={orgNo}`.',
  'Find client system users with `GET /authentication/api/v1/enduser/systemuser/agents?party={orgNo}`.',
];
const LIST_AVAILABLE: Texts = [
  `Velg klient fra \`GET ${CLIENTS}/available\` eller \`GET ${SYSTEM_USERS}/agent/{party}/clients\`.`,
  `Vel klient frå \`GET ${CLIENTS}/available\` eller \`GET ${SYSTEM_USERS}/agent/{party}/clients\`.`,
  `Choose a client from \`GET ${CLIENTS}/available\` or \`GET ${SYSTEM_USERS}/agent/{party}/clients\`.`,
];

/** What is refused about system users and their clients. */
export const systemUsers = {
  'AUTH-00015': {
    causes: [
      [
        'ID-en er skrevet feil, eller systembrukeren er slettet.',
        'ID-en er skriven feil, eller systembrukaren er sletta.',
        'The ID is misspelt, or the system user has been deleted.',
      ],
      [
        'Systembrukeren tilhører en annen virksomhet enn `{party}`.',
        'Systembrukaren høyrer til ei anna verksemd enn `{party}`.',
        'The system user belongs to another organisation than `{party}`.',
      ],
      [
        'Ved endring: Systembrukeren er for klienter, og slike kan ikke endres.',
        'Ved endring: Systembrukaren er for klientar, og slike kan ikkje endrast.',
        'For a change: it is a client system user, and those cannot be changed.',
      ],
      [
        'Ved godkjenning av en endring: Systembrukeren ble slettet mens endringen ventet.',
        'Ved godkjenning av ei endring: Systembrukaren blei sletta medan endringa venta.',
        'When a change is approved: the system user was deleted while the change was waiting.',
      ],
    ],
    cures: [
      [
        `Leverandører finner ID-en med \`GET ${SYSTEM_USERS}/vendor/bysystem/{systemId}\`, eieren med \`GET ${SYSTEM_USERS}/{party}\`.`,
        `Leverandørar finn ID-en med \`GET ${SYSTEM_USERS}/vendor/bysystem/{systemId}\`, eigaren med \`GET ${SYSTEM_USERS}/{party}\`.`,
        `Vendors find the ID with \`GET ${SYSTEM_USERS}/vendor/bysystem/{systemId}\`, the owner with \`GET ${SYSTEM_USERS}/{party}\`.`,
      ],
      [
        'Er den slettet, eller er den for klienter, send en ny forespørsel i stedet for en endring.',
        'Er han sletta, eller er han for klientar, send ein ny førespurnad i staden for ei endring.',
        'If it was deleted, or is for clients, send a new request instead of a change.',
      ],
    ],
  },
  'AUTH-00024': {
    causes: [
      [
        '`{party}` i adressen eier ikke systembrukeren.',
        '`{party}` i adressa eig ikkje systembrukaren.',
        '`{party}` in the address does not own the system user.',
      ],
      [
        'For klienter: `facilitatorId` er ikke party-UUID-en til eieren.',
        'For klientar: `facilitatorId` er ikkje party-UUID-en til eigaren.',
        'For clients: `facilitatorId` is not the owner’s party UUID.',
      ],
    ],
    cures: [OWN_UUID],
  },
  'AUTH-00031': {
    causes: [
      [
        '`provider` eller `partyUuid` er en annen virksomhet enn den som eier systembrukeren.',
        '`provider` eller `partyUuid` er ei anna verksemd enn den som eig systembrukaren.',
        '`provider` or `partyUuid` is not the organisation that owns the system user.',
      ],
      [
        'Systembrukeren er ikke koblet til klienten.',
        'Systembrukaren er ikkje kopla til klienten.',
        'The system user is not connected to the client.',
      ],
      ['Klienten er eieren selv.', 'Klienten er eigaren sjølv.', 'The client is the owner itself.'],
    ],
    cures: [
      [
        `Se hvem den er koblet til, med \`GET ${SYSTEM_USERS}/agent/{party}/{facilitator}/{systemUserId}/delegations\`.`,
        `Sjå kven han er kopla til, med \`GET ${SYSTEM_USERS}/agent/{party}/{facilitator}/{systemUserId}/delegations\`.`,
        `See whom it is connected to with \`GET ${SYSTEM_USERS}/agent/{party}/{facilitator}/{systemUserId}/delegations\`.`,
      ],
      [
        `Skal den slutte å handle for eieren, bruk \`DELETE ${SYSTEM_USERS}/agent/{party}/{systemUserId}/self\`.`,
        `Skal han slutte å handle for eigaren, bruk \`DELETE ${SYSTEM_USERS}/agent/{party}/{systemUserId}/self\`.`,
        `To stop it from acting for its owner, use \`DELETE ${SYSTEM_USERS}/agent/{party}/{systemUserId}/self\`.`,
      ],
    ],
  },
  'AUTH-00034': {
    causes: [NOT_FOR_CLIENTS],
    cures: [
      FIND_AGENT,
      [
        `Slett en vanlig systembruker med \`DELETE ${SYSTEM_USERS}/{party}/{systemUserId}\`.`,
        `Slett ein vanleg systembrukar med \`DELETE ${SYSTEM_USERS}/{party}/{systemUserId}\`.`,
        `Delete a standard system user with \`DELETE ${SYSTEM_USERS}/{party}/{systemUserId}\`.`,
      ],
    ],
  },
  'AUTH-00035': {
    causes: [
      [
        'Systembrukeren handler fortsatt for klienter. At den handler for eieren selv, hindrer ingenting.',
        'Systembrukaren handlar framleis for klientar. At han handlar for eigaren sjølv, hindrar ingenting.',
        'The system user still acts for clients. That it acts for its owner is no obstacle.',
      ],
    ],
    cures: [
      [
        `Koble fra hver klient med \`DELETE ${SYSTEM_USERS}/agent/{party}/{systemUserId}/client\`, og slett etterpå.`,
        `Kople frå kvar klient med \`DELETE ${SYSTEM_USERS}/agent/{party}/{systemUserId}/client\`, og slett etterpå.`,
        `Disconnect each client with \`DELETE ${SYSTEM_USERS}/agent/{party}/{systemUserId}/client\`, and delete afterwards.`,
      ],
      [
        'I portalen kan du slette den sammen med koblingene, på siden Systembrukere.',
        'I portalen kan du slette han saman med koplingane, på sida Systembrukarar.',
        'In the portal you can delete it together with its connections, on the page System users.',
      ],
    ],
  },
  'AUTH-00036': {
    causes: [
      [
        'ID-en gjelder en systembruker for klienter.',
        'ID-en gjeld ein systembrukar for klientar.',
        'The ID is that of a client system user.',
      ],
    ],
    cures: [
      [
        `Slett den med \`DELETE ${SYSTEM_USERS}/agent/{party}/{systemUserId}\`.`,
        `Slett han med \`DELETE ${SYSTEM_USERS}/agent/{party}/{systemUserId}\`.`,
        `Delete it with \`DELETE ${SYSTEM_USERS}/agent/{party}/{systemUserId}\`.`,
      ],
    ],
  },
  'AUTH-00038': { causes: [FOREIGN_FACILITATOR], cures: [OWN_UUID] },
  'AUTH-00039': {
    causes: [
      [
        '`provider` eller `partyUuid` er en annen virksomhet enn den som eier systembrukeren.',
        '`provider` eller `partyUuid` er ei anna verksemd enn den som eig systembrukaren.',
        '`provider` or `partyUuid` is not the organisation that owns the system user.',
      ],
    ],
    cures: [OWN_UUID],
  },
  'AUTH-00044': { causes: [FOREIGN_FACILITATOR], cures: [OWN_UUID] },
  'AUTH-00079': {
    causes: [
      [
        '`client` er ikke party-UUID-en til en virksomhet som har gitt eieren tilgangspakker.',
        '`client` er ikkje party-UUID-en til ei verksemd som har gitt eigaren tilgangspakkar.',
        '`client` is not the party UUID of an organisation that has given the owner access packages.',
      ],
      [
        'Ved fjerning: Systembrukeren er ikke koblet til klienten, eller klienten er eieren selv.',
        'Ved fjerning: Systembrukaren er ikkje kopla til klienten, eller klienten er eigaren sjølv.',
        'When removed: the system user is not connected to the client, or the client is the owner itself.',
      ],
    ],
    cures: [
      LIST_AVAILABLE,
      [
        `Se hvem systembrukeren er koblet til, med \`GET ${CLIENTS}\`.`,
        `Sjå kven systembrukaren er kopla til, med \`GET ${CLIENTS}\`.`,
        `See whom the system user is connected to with \`GET ${CLIENTS}\`.`,
      ],
    ],
  },
  'AUTH-00080': {
    causes: [
      [
        'Klienten har ikke gitt eieren alle tilgangspakkene systembrukeren er godkjent med.',
        'Klienten har ikkje gitt eigaren alle tilgangspakkane systembrukaren er godkjend med.',
        'The client has not given the owner all the access packages that the system user was approved with.',
      ],
      [
        'Klienten har trukket en av pakkene tilbake.',
        'Klienten har trekt ein av pakkane tilbake.',
        'The client has withdrawn one of the packages.',
      ],
    ],
    cures: [
      [
        'Be klienten gi eieren pakkene som mangler. Siden til systembrukeren viser hvilke det er.',
        'Be klienten gi eigaren pakkane som manglar. Sida til systembrukaren viser kva for nokre det er.',
        'Ask the client to give the owner the missing packages. The page of the system user shows which.',
      ],
      LIST_AVAILABLE,
    ],
  },
  'AUTH.VLD-00014': {
    causes: [
      [
        '`agent` mangler, er ikke en UUID, eller er bare nuller.',
        '`agent` manglar, er ikkje ein UUID, eller er berre nullar.',
        '`agent` is missing, is not a UUID, or is all zeros.',
      ],
      [
        'Ingen systembruker har denne ID-en, eller den er slettet.',
        'Ingen systembrukar har denne ID-en, eller han er sletta.',
        'No system user has this ID, or it has been deleted.',
      ],
    ],
    cures: [FIND_AGENT_BY_PERSON],
  },
  'AUTH.VLD-00015': { causes: [NOT_FOR_CLIENTS], cures: [FIND_AGENT_BY_PERSON] },
  'AUTH.VLD-00016': {
    causes: [
      [
        '`client` mangler, er ikke en UUID, eller er bare nuller.',
        '`client` manglar, er ikkje ein UUID, eller er berre nullar.',
        '`client` is missing, is not a UUID, or is all zeros.',
      ],
      [
        '`client` er et organisasjonsnummer i stedet for en party-UUID.',
        '`client` er eit organisasjonsnummer i staden for ein party-UUID.',
        '`client` is an organisation number instead of a party UUID.',
      ],
    ],
    cures: [
      [
        `Bruk \`clientId\` fra \`GET ${CLIENTS}/available\`.`,
        `Bruk \`clientId\` frå \`GET ${CLIENTS}/available\`.`,
        `Use \`clientId\` from \`GET ${CLIENTS}/available\`.`,
      ],
    ],
  },
} as const satisfies Explanations;
