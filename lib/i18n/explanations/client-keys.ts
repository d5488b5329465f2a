import type { Explanations } from './explanation.ts';

const KEYS = '/api/v1/clients/{clientId}/jwks';

/** What is refused about the public keys of clients. */
export const clientKeys = {
  too_many_keys: {
    causes: [
      [
        `\`keys\` har flere enn fem nøkler i \`POST ${KEYS}\`.`,
        `\`keys\` har fleire enn fem nøklar i \`POST ${KEYS}\`.`,
        `\`keys\` has more than five keys in \`POST ${KEYS}\`.`,
      ],
      [
        'Klienten har fem nøkler, og du legger til en sjette. Utløpte nøkler teller med.',
        'Klienten har fem nøklar, og du legg til ein sjette. Utgåtte nøklar tel med.',
        'The client has five keys, and you add a sixth. Expired keys count, too.',
      ],
    ],
    cures: [
      [
        `Fjern en nøkkel som ikke brukes, med \`DELETE ${KEYS}/{kid}\` eller på siden til klienten under /vendor/clients.`,
        `Fjern ein nøkkel som ikkje blir brukt, med \`DELETE ${KEYS}/{kid}\` eller på sida til klienten under /vendor/clients.`,
        `Remove a key that is not used with \`DELETE ${KEYS}/{kid}\`, or on the page of the client below /vendor/clients.`,
      ],
    ],
  },
  duplicate_kid: {
    causes: [
      [
        `To av nøklene i \`POST ${KEYS}\` har samme \`kid\`.`,
        `To av nøklane i \`POST ${KEYS}\` har same \`kid\`.`,
        `Two of the keys in \`POST ${KEYS}\` have the same \`kid\`.`,
      ],
    ],
    cures: [
      [
        'Gi hver nøkkel sin egen `kid`, og bruk den samme i hodet på JWT-en som nøkkelen signerer.',
        'Gi kvar nøkkel sin eigen `kid`, og bruk den same i hovudet på JWT-en som nøkkelen signerer.',
        'Give each key a `kid` of its own, and use the same one in the header of the JWT that the key signs.',
      ],
    ],
  },
  invalid_key: {
    causes: [
      [
        'Nøkkelen er ikke RSA, er mindre enn 2048 eller større enn 8192 bit, eller `e` er ikke `AQAB`.',
        'Nøkkelen er ikkje RSA, er mindre enn 2048 eller større enn 8192 bit, eller `e` er ikkje `AQAB`.',
        'The key is not RSA, is smaller than 2048 or larger than 8192 bits, or its `e` is not `AQAB`.',
      ],
      [
        '`use` er ikke `sig`, `alg` er noe annet enn `RS256`, `RS384` eller `RS512`, eller `kid` mangler, har ugyldige tegn eller er en annen enn i adressen.',
        '`use` er ikkje `sig`, `alg` er noko anna enn `RS256`, `RS384` eller `RS512`, eller `kid` manglar, har ugyldige teikn eller er ein annan enn i adressa.',
        '`use` is not `sig`, `alg` is not `RS256`, `RS384` or `RS512`, or `kid` is missing, has invalid characters or differs from the one in the address.',
      ],
      [
        '`exp` er ikke et helt antall sekunder, eller tidspunktet er passert.',
        '`exp` er ikkje eit heilt tal sekund, eller tidspunktet er passert.',
        '`exp` is not a whole number of seconds, or the time has passed.',
      ],
      [
        'Sertifikatet i `x5c` har en annen nøkkel, er utstedt til en annen virksomhet, er utløpt eller trukket tilbake, eller utstederen er ukjent her.',
        'Sertifikatet i `x5c` har ein annan nøkkel, er utferda til ei anna verksemd, er utgått eller trekt tilbake, eller utferdaren er ukjend her.',
        'The certificate in `x5c` holds another key, was issued to another organisation, has expired or been revoked, or its issuer is unknown here.',
      ],
    ],
    cures: [
      [
        '`fieldIdentifier` i `errors` viser feltet. Rett det, og send nøkkelen på nytt.',
        '`fieldIdentifier` i `errors` viser feltet. Rett det, og send nøkkelen på nytt.',
        '`fieldIdentifier` in `errors` shows the field. Correct it, and send the key again.',
      ],
      [
        'På siden til klienten under /vendor/clients kan du lage et nøkkelpar i nettleseren, eller lime inn JWK, PEM eller et sertifikat.',
        'På sida til klienten under /vendor/clients kan du lage eit nøkkelpar i nettlesaren, eller lime inn JWK, PEM eller eit sertifikat.',
        'On the page of the client below /vendor/clients you can make a key pair in the browser, or paste a JWK, PEM or a certificate.',
      ],
    ],
  },
  private_key: {
    causes: [
      [
        'JWK-en har en privat del, som `d` eller `p`. Mange biblioteker skriver hele nøkkelparet.',
        'JWK-en har ein privat del, som `d` eller `p`. Mange bibliotek skriv heile nøkkelparet.',
        'The JWK has a private part, such as `d` or `p`. Many libraries write the whole key pair.',
      ],
      [
        'Nøkkelen er symmetrisk (`kty` er `oct`), eller teksten er PEM med `PRIVATE KEY`.',
        'Nøkkelen er symmetrisk (`kty` er `oct`), eller teksten er PEM med `PRIVATE KEY`.',
        'The key is symmetric (its `kty` is `oct`), or the text is PEM with `PRIVATE KEY`.',
      ],
    ],
    cures: [
      [
        'Slutt å bruke nøkkelparet, for det er sendt over nettet. Lag et nytt, og send bare `kty`, `kid`, `use`, `n` og `e`.',
        'Slutt å bruke nøkkelparet, for det er sendt over nettet. Lag eit nytt, og send berre `kty`, `kid`, `use`, `n` og `e`.',
        'Stop using the key pair, for it has been sent over the network. Make a new one, and send only `kty`, `kid`, `use`, `n` and `e`.',
      ],
      [
        `Står den offentlige delen på en klient fra før, fjerner du den med \`DELETE ${KEYS}/{kid}\`.`,
        `Står den offentlege delen på ein klient frå før, fjernar du han med \`DELETE ${KEYS}/{kid}\`.`,
        `If the public part is on a client already, remove it with \`DELETE ${KEYS}/{kid}\`.`,
      ],
    ],
  },
  key_in_use: {
    causes: [
      [
        'Samme nøkkel står på en klient som en annen virksomhet eier. En leverandør har for eksempel brukt ett nøkkelpar for flere kunder.',
        'Same nøkkel står på ein klient som ei anna verksemd eig. Ein leverandør har til dømes brukt eitt nøkkelpar for fleire kundar.',
        'The same key is on a client that another organisation owns. A supplier has, for instance, used one key pair for several customers.',
      ],
    ],
    cures: [
      [
        'Lag et eget nøkkelpar for hver virksomhet. Klienter med samme eier kan dele nøkkel.',
        'Lag eit eige nøkkelpar for kvar verksemd. Klientar med same eigar kan dele nøkkel.',
        'Make a key pair of its own for each organisation. Clients of the same owner may share a key.',
      ],
    ],
  },
  key_not_found: {
    causes: [
      [
        '`{kid}` i adressen er ikke nøkkel-ID-en til noen nøkkel på denne klienten.',
        '`{kid}` i adressa er ikkje nøkkel-ID-en til nokon nøkkel på denne klienten.',
        '`{kid}` in the address is not the key ID of any key on this client.',
      ],
      [
        `Nøkkelen er fjernet. \`POST ${KEYS}\` fjerner alle som ikke er med i \`keys\`.`,
        `Nøkkelen er fjerna. \`POST ${KEYS}\` fjernar alle som ikkje er med i \`keys\`.`,
        `The key has been removed. \`POST ${KEYS}\` removes all that are not in \`keys\`.`,
      ],
    ],
    cures: [
      [
        `Se nøklene med \`GET ${KEYS}\`, og legg til en med \`PUT ${KEYS}/{kid}\`.`,
        `Sjå nøklane med \`GET ${KEYS}\`, og legg til ein med \`PUT ${KEYS}/{kid}\`.`,
        `See the keys with \`GET ${KEYS}\`, and add one with \`PUT ${KEYS}/{kid}\`.`,
      ],
    ],
  },
} as const satisfies Explanations;
