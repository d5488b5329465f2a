import type { Texts } from '../texts.ts';
import type { Explanations } from './explanation.ts';

const SYSTEMS = '/authentication/api/v1/systemregister/vendor';
const CATALOGUE = '/accessmanagement/api/v1/meta/info/accesspackages';

const OWN_PREFIX: Texts = [
  'Begynn `id` med leverandørens organisasjonsnummer og en understrek, for eksempel `313300307_smartregnskap`.',
  'Byrj `id` med organisasjonsnummeret til leverandøren og ein understrek, til dømes `313300307_smartregnskap`.',
  'Begin `id` with the vendor’s organisation number and an underscore, such as `313300307_smartregnskap`.',
];
const FIND_RESOURCE: Texts = [
  'Finn ressursen med `GET /resourceregistry/api/v1/resource/resourcelist`, og bruk `identifier` derfra.',
  'Finn ressursen med `GET /resourceregistry/api/v1/resource/resourcelist`, og bruk `identifier` derifrå.',
  'Find the resource with `GET /resourceregistry/api/v1/resource/resourcelist`, and use its `identifier`.',
];

/** What is wrong with a system that a vendor registers or changes; every code that applies comes at once. */
export const register = {
  'AUTH.VLD-00000': {
    causes: [
      [
        '`vendor.ID` er ikke `0192:` og ni siffer.',
        '`vendor.ID` er ikkje `0192:` og ni siffer.',
        '`vendor.ID` is not `0192:` and nine digits.',
      ],
      [
        'Utenfor sandkassen: Kontrollsifferet stemmer ikke.',
        'Utanfor sandkassa: Kontrollsifferet stemmer ikkje.',
        'Outside the sandbox: the control digit is wrong.',
      ],
    ],
    cures: [
      [
        'Sett `vendor.ID` til `0192:` og leverandørens organisasjonsnummer, uten mellomrom.',
        'Set `vendor.ID` til `0192:` og organisasjonsnummeret til leverandøren, utan mellomrom.',
        'Set `vendor.ID` to `0192:` and the vendor’s organisation number, without spaces.',
      ],
    ],
  },
  'AUTH.VLD-00001': {
    causes: [
      [
        '`id` begynner med et annet nummer enn det i `vendor.ID`, eller understreken mangler.',
        '`id` byrjar med eit anna nummer enn det i `vendor.ID`, eller understreken manglar.',
        '`id` begins with another number than the one in `vendor.ID`, or has no underscore after it.',
      ],
    ],
    cures: [OWN_PREFIX],
  },
  'AUTH.VLD-00002': {
    causes: [
      [
        'Leverandøren har allerede et system med denne ID-en.',
        'Leverandøren har alt eit system med denne ID-en.',
        'The vendor already has a system with this ID.',
      ],
      [
        'Et slettet system hadde ID-en. En ID kan aldri brukes igjen.',
        'Eit sletta system hadde ID-en. Ein ID kan aldri brukast igjen.',
        'A deleted system had the ID. An ID can never be used again.',
      ],
    ],
    cures: [
      ['Velg en annen `id`.', 'Vel ein annan `id`.', 'Choose another `id`.'],
      [
        `Skal et system som finnes, endres, bruk \`PUT ${SYSTEMS}/{systemId}\`.`,
        `Skal eit system som finst, endrast, bruk \`PUT ${SYSTEMS}/{systemId}\`.`,
        `To change a system that exists, use \`PUT ${SYSTEMS}/{systemId}\`.`,
      ],
    ],
  },
  'AUTH.VLD-00003': {
    causes: [
      [
        'Ressursen er skrevet feil. `ResourceIds Not Found : ` i svaret nevner hvilke.',
        'Ressursen er skriven feil. `ResourceIds Not Found : ` i svaret nemner kva for nokre.',
        'The resource is misspelt. `ResourceIds Not Found : ` in the answer names which.',
      ],
      [
        'Tjenesteeieren har slettet ressursen, eller registrert den i et annet miljø.',
        'Tenesteeigaren har sletta ressursen, eller registrert han i eit anna miljø.',
        'The service owner has deleted the resource, or registered it in another environment.',
      ],
    ],
    cures: [FIND_RESOURCE],
  },
  'AUTH.VLD-00004': {
    causes: [
      [
        'Klienten står på et annet system, også om det er leverandørens eget.',
        'Klienten står på eit anna system, òg om det er leverandøren sitt eige.',
        'The client is on another system, even if that is the vendor’s own.',
      ],
      [
        'Klienten tilhører en annen virksomhet i Maskinporten.',
        'Klienten høyrer til ei anna verksemd i Maskinporten.',
        'The client belongs to another organisation in Maskinporten.',
      ],
    ],
    cures: [
      [
        'Opprett en egen klient for systemet på siden Klienter og nøkler, eller fjern klienten fra det andre systemet først.',
        'Opprett ein eigen klient for systemet på sida Klientar og nøklar, eller fjern klienten frå det andre systemet først.',
        'Create a client of its own for the system on the page Clients and keys, or remove the client from the other system first.',
      ],
    ],
  },
  'AUTH.VLD-00005': {
    causes: [
      [
        'En adresse er ikke hel, eller begynner ikke med https://. I sandkassen godtar vi http:// til egen maskin.',
        'Ei adresse er ikkje heil, eller byrjar ikkje med https://. I sandkassa godtek vi http:// til eiga maskin.',
        'An address is not whole, or does not begin with https://. In the sandbox we accept http:// to your own machine.',
      ],
      [
        'En adresse har brukernavn, mellomrom, omvendt skråstrek, # eller *.',
        'Ei adresse har brukarnamn, mellomrom, omvend skråstrek, # eller *.',
        'An address has a user name, a space, a backslash, # or *.',
      ],
      [
        'Listen har flere enn 20 adresser.',
        'Lista har fleire enn 20 adresser.',
        'The list has more than 20 addresses.',
      ],
    ],
    cures: [
      [
        'Skriv hver adresse i `allowedRedirectUrls` helt ut, som `https://example.com/return`.',
        'Skriv kvar adresse i `allowedRedirectUrls` heilt ut, som `https://example.com/return`.',
        'Write out each address in `allowedRedirectUrls`, like `https://example.com/return`.',
      ],
    ],
  },
  'AUTH.VLD-00006': {
    causes: [
      [
        'To rettigheter i `rights` har samme `action` og samme ressurs.',
        'To rettar i `rights` har same `action` og same ressurs.',
        'Two rights in `rights` have the same `action` and the same resource.',
      ],
    ],
    cures: [['Fjern den ene.', 'Fjern den eine.', 'Remove one of them.']],
  },
  'AUTH.VLD-00007': {
    causes: [
      [
        'Den samme URN-en står to ganger i `accessPackages`.',
        'Den same URN-en står to gonger i `accessPackages`.',
        'The same URN is listed twice in `accessPackages`.',
      ],
    ],
    cures: [['Fjern den ene.', 'Fjern den eine.', 'Remove one of them.']],
  },
  'AUTH.VLD-00008': {
    causes: [
      [
        'URN-en har feil form (`Invalid format`).',
        'URN-en har feil form (`Invalid format`).',
        'The URN is malformed (`Invalid format`).',
      ],
      [
        'Pakken er ikke i katalogen (`Not found`).',
        'Pakken er ikkje i katalogen (`Not found`).',
        'The package is not in the catalogue (`Not found`).',
      ],
      [
        'Pakken kan ikke gis til noe system (`Not possible to delegate`).',
        'Pakken kan ikkje givast til noko system (`Not possible to delegate`).',
        'The package cannot be given to any system (`Not possible to delegate`).',
      ],
    ],
    cures: [
      [
        'Skriv URN-en som `urn:altinn:accesspackage:skatt-naering`. `Invalid Urn Details : ` i svaret nevner dem som er feil.',
        'Skriv URN-en som `urn:altinn:accesspackage:skatt-naering`. `Invalid Urn Details : ` i svaret nemner dei som er feil.',
        'Write the URN like `urn:altinn:accesspackage:skatt-naering`. `Invalid Urn Details : ` in the answer names the wrong ones.',
      ],
      [
        `Se katalogen med \`GET ${CATALOGUE}/export\`. Pakken må ha \`isDelegable\` eller \`isAssignable\`.`,
        `Sjå katalogen med \`GET ${CATALOGUE}/export\`. Pakken må ha \`isDelegable\` eller \`isAssignable\`.`,
        `See the catalogue with \`GET ${CATALOGUE}/export\`. The package must have \`isDelegable\` or \`isAssignable\`.`,
      ],
    ],
  },
  'AUTH.VLD-00009': {
    causes: [
      [
        '`id` i en ressurs er noe annet enn `urn:altinn:resource`, for eksempel `urn:altinn:org` eller `urn:altinn:app`.',
        '`id` i ein ressurs er noko anna enn `urn:altinn:resource`, til dømes `urn:altinn:org` eller `urn:altinn:app`.',
        '`id` in a resource is not `urn:altinn:resource`, but for example `urn:altinn:org` or `urn:altinn:app`.',
      ],
    ],
    cures: [
      [
        'Sett `id` til `urn:altinn:resource`, og `value` til ressursens `identifier`. En app heter `app_<org>_<app>`.',
        'Set `id` til `urn:altinn:resource`, og `value` til `identifier` for ressursen. Ein app heiter `app_<org>_<app>`.',
        'Set `id` to `urn:altinn:resource`, and `value` to the resource’s `identifier`. An app is called `app_<org>_<app>`.',
      ],
    ],
  },
  'AUTH.VLD-00011': {
    causes: [
      [
        'Samme klient står to ganger i `clientId`. Store og små bokstaver regnes som like.',
        'Same klient står to gonger i `clientId`. Store og små bokstavar blir rekna som like.',
        'The same client is listed twice in `clientId`. Upper and lower case count as the same.',
      ],
    ],
    cures: [['Fjern den ene.', 'Fjern den eine.', 'Remove one of them.']],
  },
  'AUTH.VLD-00012': {
    causes: [
      [
        '`id` i innholdet er en annen enn `{systemId}` i adressen.',
        '`id` i innhaldet er ein annan enn `{systemId}` i adressa.',
        '`id` in the body is not `{systemId}` in the address.',
      ],
    ],
    cures: [
      [
        'Send samme ID begge steder. Skal systemet hete noe annet, registrer et nytt.',
        'Send same ID begge stader. Skal systemet heite noko anna, registrer eit nytt.',
        'Send the same ID in both places. If the system is to have another ID, register a new one.',
      ],
    ],
  },
  'AUTH.VLD-00013': {
    causes: [
      [
        '`id` har mellomrom mellom tegnene. Mellomrom foran og bak tas bort.',
        '`id` har mellomrom mellom teikna. Mellomrom framfor og bak blir tekne bort.',
        '`id` has spaces inside it. Those at its ends are removed.',
      ],
    ],
    cures: [
      [
        'Bruk understrek eller bindestrek i stedet.',
        'Bruk understrek eller bindestrek i staden.',
        'Use underscores or hyphens instead.',
      ],
    ],
  },
  'AUTH.VLD-00017': {
    causes: [
      [
        'Ressursen er av typen `MaskinportenSchema`, `Consent` eller `Altinn2Service`.',
        'Ressursen er av typen `MaskinportenSchema`, `Consent` eller `Altinn2Service`.',
        'The resource is of type `MaskinportenSchema`, `Consent` or `Altinn2Service`.',
      ],
    ],
    cures: [
      [
        'Ta ut ressursene som `ResourceIds Not Delegable : ` i svaret nevner. Scopes i Maskinporten trengs ikke i `rights`.',
        'Ta ut ressursane som `ResourceIds Not Delegable : ` i svaret nemner. Scopes i Maskinporten trengst ikkje i `rights`.',
        'Take out the resources that `ResourceIds Not Delegable : ` in the answer names. Scopes of Maskinporten are not needed in `rights`.',
      ],
    ],
  },
  'AUTH.VLD-00018': {
    causes: [
      [
        '`isVisible` er `true`, eller utelatt, og en pakke kan bare gis for klienter (`isAssignable` er `false`).',
        '`isVisible` er `true`, eller utelaten, og ein pakke kan berre givast for klientar (`isAssignable` er `false`).',
        '`isVisible` is `true`, or left out, and a package can be given for clients only (`isAssignable` is `false`).',
      ],
    ],
    cures: [
      [
        'Sett `isVisible` til `false`, og be om systembrukere med forespørsler.',
        'Set `isVisible` til `false`, og be om systembrukarar med førespurnader.',
        'Set `isVisible` to `false`, and ask for system users with requests.',
      ],
      [
        'Eller registrer to systemer: et synlig uten pakken, og et skjult med.',
        'Eller registrer to system: eit synleg utan pakken, og eit skjult med.',
        'Or register two systems: a visible one without the package, and a hidden one with it.',
      ],
    ],
  },
} as const satisfies Explanations;
