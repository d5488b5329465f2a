import type { Texts } from '../texts.ts';
import type { Explanations } from './explanation.ts';

const CLIENTS = '/api/v1/clients';
const ON_BEHALF_OF = `${CLIENTS}/{clientId}/onbehalfof`;
const SHARING = '/api/v1/datasharing/consumer';

const SEE_FIELD: Texts = [
  '`errors` har én oppføring for hver feil, og `fieldIdentifier` viser feltet. Rett alle, og send kallet på nytt.',
  '`errors` har éi oppføring for kvar feil, og `fieldIdentifier` viser feltet. Rett alle, og send kallet på nytt.',
  '`errors` has one entry for each fault, and `fieldIdentifier` shows the field. Correct them all, and send the call again.',
];

/** What is refused about clients and those in whose name they act, and what the whole administration API refuses alike. */
export const clients = {
  invalid_request: {
    causes: [
      [
        'Et felt eller en parameter mangler, har feil type eller har en verdi som ikke er lov.',
        'Eit felt eller ein parameter manglar, har feil type eller har ein verdi som ikkje er lov.',
        'A field or parameter is missing, of the wrong type or has a value that is not allowed.',
      ],
      [
        'Et organisasjonsnummer har ikke ni sifre, eller det siste er ikke et riktig kontrollsiffer.',
        'Eit organisasjonsnummer har ikkje ni siffer, eller det siste er ikkje eit rett kontrollsiffer.',
        'An organisation number does not have nine digits, or the last is not the right control digit.',
      ],
      [
        'En Maskinporten-klient har en annen `token_endpoint_auth_method` enn `private_key_jwt`, eller andre `grant_types` enn `urn:ietf:params:oauth:grant-type:jwt-bearer`.',
        'Ein Maskinporten-klient har ein annan `token_endpoint_auth_method` enn `private_key_jwt`, eller andre `grant_types` enn `urn:ietf:params:oauth:grant-type:jwt-bearer`.',
        'A Maskinporten client has a `token_endpoint_auth_method` other than `private_key_jwt`, or `grant_types` other than `urn:ietf:params:oauth:grant-type:jwt-bearer`.',
      ],
    ],
    cures: [
      SEE_FIELD,
      [
        'Kom svaret fra `POST /token`? Der er ordet fra OAuth. Følg `error_uri` i svaret til koden som sier hva som er galt.',
        'Kom svaret frå `POST /token`? Der er ordet frå OAuth. Følg `error_uri` i svaret til koden som seier kva som er gale.',
        'Did the answer come from `POST /token`? There the word comes from OAuth. Follow `error_uri` in the answer to the code that says what is wrong.',
      ],
    ],
  },
  immutable_field: {
    causes: [
      [
        `\`PUT ${CLIENTS}/{clientId}\` har en annen \`integration_type\` enn klienten.`,
        `\`PUT ${CLIENTS}/{clientId}\` har ein annan \`integration_type\` enn klienten.`,
        `\`PUT ${CLIENTS}/{clientId}\` has an \`integration_type\` other than the client’s.`,
      ],
      [
        '`PUT /api/v1/scopes` har et annet `prefix` eller en annen `subscope` enn scopet.',
        '`PUT /api/v1/scopes` har eit anna `prefix` eller ein annan `subscope` enn scopet.',
        '`PUT /api/v1/scopes` has a `prefix` or `subscope` other than the scope’s.',
      ],
      [
        `\`PUT ${ON_BEHALF_OF}/{id}\` har en annen \`onbehalfof\` enn oppføringen.`,
        `\`PUT ${ON_BEHALF_OF}/{id}\` har ein annan \`onbehalfof\` enn oppføringa.`,
        `\`PUT ${ON_BEHALF_OF}/{id}\` has an \`onbehalfof\` other than the entry’s.`,
      ],
    ],
    cures: [
      [
        'Utelat feltet, eller send verdien du fikk med `GET`.',
        'Utelat feltet, eller send verdien du fekk med `GET`.',
        'Leave the field out, or send the value that you got with `GET`.',
      ],
      [
        'Må verdien være en annen, oppretter du en ny og tar den gamle ut av bruk med `DELETE`.',
        'Må verdien vere ein annan, opprettar du ein ny og tek den gamle ut av bruk med `DELETE`.',
        'If the value must be another, create a new one and deactivate the old one with `DELETE`.',
      ],
    ],
  },
  version_conflict: {
    causes: [
      [
        '`If-Match` er ikke den gjeldende `ETag` til klienten. Noen har endret klienten, nøklene eller oppføringene under «på vegne av».',
        '`If-Match` er ikkje den gjeldande `ETag` til klienten. Nokon har endra klienten, nøklane eller oppføringane under «på vegner av».',
        '`If-Match` is not the present `ETag` of the client. Somebody has changed the client, its keys or its on-behalf-of entries.',
      ],
    ],
    cures: [
      [
        `Hent klienten med \`GET ${CLIENTS}/{clientId}\`, gjør endringen på nytt, og send den nye \`ETag\` i \`If-Match\`.`,
        `Hent klienten med \`GET ${CLIENTS}/{clientId}\`, gjer endringa på nytt, og send den nye \`ETag\` i \`If-Match\`.`,
        `Fetch the client with \`GET ${CLIENTS}/{clientId}\`, make the change anew, and send the new \`ETag\` in \`If-Match\`.`,
      ],
    ],
  },
  unknown_scope: {
    causes: [
      [
        'Et av `scopes` er skrevet feil, eller eieren har tatt det ut av bruk. `error_description` nevner det.',
        'Eit av `scopes` er skrive feil, eller eigaren har teke det ut av bruk. `error_description` nemner det.',
        'One of the `scopes` is mistyped, or its owner has deactivated it. `error_description` names it.',
      ],
      [
        'En Maskinporten-klient har `openid` eller `profile`, som bare er for innlogging.',
        'Ein Maskinporten-klient har `openid` eller `profile`, som berre er for innlogging.',
        'A Maskinporten client has `openid` or `profile`, which are for logging in only.',
      ],
    ],
    cures: [
      [
        'Finn scopet med `GET /api/v1/scopes/all`, eller be eieren om navnet når det ikke er offentlig.',
        'Finn scopet med `GET /api/v1/scopes/all`, eller be eigaren om namnet når det ikkje er offentleg.',
        'Find the scope with `GET /api/v1/scopes/all`, or ask its owner for the name when it is not public.',
      ],
    ],
  },
  access_missing: {
    causes: [
      [
        'Eieren av scopet har ikke gitt virksomheten tilgang, eller har fjernet den. `error_description` nevner scopet.',
        'Eigaren av scopet har ikkje gitt verksemda tilgang, eller har fjerna han. `error_description` nemner scopet.',
        'The owner of the scope has not given the organisation access, or has removed it. `error_description` names the scope.',
      ],
      ['Scopet finnes ikke.', 'Scopet finst ikkje.', 'The scope does not exist.'],
    ],
    cures: [
      [
        `Velg blant scopene i \`GET ${SHARING}/scope/access\`.`,
        `Vel blant scopa i \`GET ${SHARING}/scope/access\`.`,
        `Choose among the scopes of \`GET ${SHARING}/scope/access\`.`,
      ],
      [
        'Be eieren om tilgang med `POST /api/v1/scopes/access/requests`, eller på siden til en klient under /vendor/clients.',
        'Be eigaren om tilgang med `POST /api/v1/scopes/access/requests`, eller på sida til ein klient under /vendor/clients.',
        'Ask the owner for access with `POST /api/v1/scopes/access/requests`, or on the page of a client below /vendor/clients.',
      ],
    ],
  },
  secret_not_supported: {
    causes: [
      [
        `\`POST ${CLIENTS}/{clientId}/secret\` svarer alltid slik: Klienter her viser hvem de er, med en nøkkel.`,
        `\`POST ${CLIENTS}/{clientId}/secret\` svarar alltid slik: Klientar her viser kven dei er, med ein nøkkel.`,
        `\`POST ${CLIENTS}/{clientId}/secret\` always answers so: clients here show who they are by a key.`,
      ],
    ],
    cures: [
      [
        `Registrer en offentlig nøkkel med \`PUT ${CLIENTS}/{clientId}/jwks/{kid}\`, og signer en JWT med den private.`,
        `Registrer ein offentleg nøkkel med \`PUT ${CLIENTS}/{clientId}/jwks/{kid}\`, og signer ein JWT med den private.`,
        `Register a public key with \`PUT ${CLIENTS}/{clientId}/jwks/{kid}\`, and sign a JWT with the private one.`,
      ],
    ],
  },
  client_not_found: {
    causes: [
      [
        'Klient-ID-en i kallet er skrevet feil, eller klienten ligger i et annet miljø.',
        'Klient-ID-en i kallet er skriven feil, eller klienten ligg i eit anna miljø.',
        'The client ID in the call is mistyped, or the client is in another environment.',
      ],
    ],
    cures: [
      [
        `Finn klienten med \`GET ${CLIENTS}?inactive=true\`, eller på siden /vendor/clients.`,
        `Finn klienten med \`GET ${CLIENTS}?inactive=true\`, eller på sida /vendor/clients.`,
        `Find the client with \`GET ${CLIENTS}?inactive=true\`, or on the page /vendor/clients.`,
      ],
    ],
  },
  client_exists: {
    causes: [
      [
        '`client_id` er valgt før, av dere eller en annen virksomhet. Den er opptatt også når klienten er ute av bruk.',
        '`client_id` er vald før, av dykk eller ei anna verksemd. Han er oppteken òg når klienten er ute av bruk.',
        '`client_id` was chosen before, by you or another organisation. It is taken also when the client is inactive.',
      ],
    ],
    cures: [
      [
        'Utelat `client_id`, så får klienten en UUID, eller velg en annen.',
        'Utelat `client_id`, så får klienten ein UUID, eller vel ein annan.',
        'Leave `client_id` out, and the client gets a UUID, or choose another.',
      ],
      [
        `Er klienten deres, tar du den i bruk igjen med \`PUT ${CLIENTS}/{clientId}\` og \`active\` som \`true\`.`,
        `Er klienten dykkar, tek du han i bruk igjen med \`PUT ${CLIENTS}/{clientId}\` og \`active\` som \`true\`.`,
        `If the client is yours, revive it with \`PUT ${CLIENTS}/{clientId}\` and \`active\` as \`true\`.`,
      ],
    ],
  },
  on_behalf_of_not_found: {
    causes: [
      [
        '`{id}` i adressen er ikke en oppføring på denne klienten. En oppføring kjennes på `onbehalfof`, eller hele navnet `<client_id>::<onbehalfof>`.',
        '`{id}` i adressa er ikkje ei oppføring på denne klienten. Ei oppføring blir kjend att på `onbehalfof`, eller heile namnet `<client_id>::<onbehalfof>`.',
        '`{id}` in the address is not an entry on this client. An entry is known by its `onbehalfof`, or its whole name `<client_id>::<onbehalfof>`.',
      ],
    ],
    cures: [
      [
        `Se oppføringene med \`GET ${ON_BEHALF_OF}?inactive=true\`.`,
        `Sjå oppføringane med \`GET ${ON_BEHALF_OF}?inactive=true\`.`,
        `See the entries with \`GET ${ON_BEHALF_OF}?inactive=true\`.`,
      ],
    ],
  },
  on_behalf_of_exists: {
    causes: [
      [
        'Klienten har en oppføring med samme `onbehalfof`. Den kan være ute av bruk.',
        'Klienten har ei oppføring med same `onbehalfof`. Ho kan vere ute av bruk.',
        'The client has an entry with the same `onbehalfof`. It may be inactive.',
      ],
    ],
    cures: [
      [
        `Endre den med \`PUT ${ON_BEHALF_OF}/{id}\`. \`active\` som \`true\` tar den i bruk igjen.`,
        `Endre ho med \`PUT ${ON_BEHALF_OF}/{id}\`. \`active\` som \`true\` tek ho i bruk igjen.`,
        `Change it with \`PUT ${ON_BEHALF_OF}/{id}\`. \`active\` as \`true\` revives it.`,
      ],
    ],
  },
} as const satisfies Explanations;
