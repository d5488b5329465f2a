import type { Texts } from '../texts.ts';
import type { Explanations } from './explanation.ts';

const SCOPES = '/api/v1/scopes';
const PREFIXES = '/internal/api/v1/scope_prefix';
const DELEGATIONS = '/accessmanagement/api/v1/maskinporten/delegations';

const SET_SOURCE: Texts = [
  `Eieren åpner scopet for delegering på siden /owner/scopes, eller med \`delegation_source\` i \`PUT ${SCOPES}\`.`,
  `Eigaren opnar scopet for delegering på sida /owner/scopes, eller med \`delegation_source\` i \`PUT ${SCOPES}\`.`,
  `The owner opens the scope to delegation on the page /owner/scopes, or by \`delegation_source\` in \`PUT ${SCOPES}\`.`,
];

/** What is refused about prefixes, scopes, access to them and their delegation. */
export const scopes = {
  prefix_not_yours: {
    causes: [
      [
        '`prefix` er tildelt en annen virksomhet, eller ingen.',
        '`prefix` er tildelt ei anna verksemd, eller ingen.',
        '`prefix` is assigned to another organisation, or to none.',
      ],
      [
        'Plattformoperatøren har tatt prefikset ut av bruk.',
        'Plattformoperatøren har teke prefikset ut av bruk.',
        'The platform operator has deactivated the prefix.',
      ],
    ],
    cures: [
      [
        'Velg blant prefiksene i `GET /api/v1/prefix`. Plattformoperatøren tildeler nye.',
        'Vel blant prefiksa i `GET /api/v1/prefix`. Plattformoperatøren tildeler nye.',
        'Choose among the prefixes of `GET /api/v1/prefix`. The platform operator assigns new ones.',
      ],
    ],
  },
  prefix_not_found: {
    causes: [
      [
        '`prefix` er skrevet feil, eller er aldri tildelt noen.',
        '`prefix` er skrive feil, eller er aldri tildelt nokon.',
        '`prefix` is mistyped, or has never been assigned.',
      ],
    ],
    cures: [
      [
        `Se prefiksene med \`GET ${PREFIXES}\`. Tildel et nytt med \`POST ${PREFIXES}\`, eller på siden /platform/owners.`,
        `Sjå prefiksa med \`GET ${PREFIXES}\`. Tildel eit nytt med \`POST ${PREFIXES}\`, eller på sida /platform/owners.`,
        `See the prefixes with \`GET ${PREFIXES}\`. Assign a new one with \`POST ${PREFIXES}\`, or on the page /platform/owners.`,
      ],
    ],
  },
  prefix_exists: {
    causes: [
      [
        'Prefikset er tildelt før, til denne eller en annen virksomhet. Det kan være ute av bruk.',
        'Prefikset er tildelt før, til denne eller ei anna verksemd. Det kan vere ute av bruk.',
        'The prefix was assigned before, to this or another organisation. It may be inactive.',
      ],
    ],
    cures: [
      [
        `Se hvem som har det, med \`GET ${PREFIXES}\`.`,
        `Sjå kven som har det, med \`GET ${PREFIXES}\`.`,
        `See who has it with \`GET ${PREFIXES}\`.`,
      ],
      [
        `\`PUT ${PREFIXES}\` tar det i bruk igjen med \`active\` som \`true\`, og flytter det, med scopene, til \`owner_orgno\`.`,
        `\`PUT ${PREFIXES}\` tek det i bruk igjen med \`active\` som \`true\`, og flyttar det, med scopa, til \`owner_orgno\`.`,
        `\`PUT ${PREFIXES}\` revives it with \`active\` as \`true\`, and moves it, with its scopes, to \`owner_orgno\`.`,
      ],
    ],
  },
  scope_not_found: {
    causes: [
      [
        'Navnet på scopet er skrevet feil. Det er prefikset, et kolon og resten, som `skatteetaten:kravogbetalinger`.',
        'Namnet på scopet er skrive feil. Det er prefikset, eit kolon og resten, som `skatteetaten:kravogbetalinger`.',
        'The name of the scope is mistyped. It is the prefix, a colon and the rest, such as `skatteetaten:kravogbetalinger`.',
      ],
      [
        'Du ber om tilgang til et scope som ikke er offentlig, eller som er ute av bruk.',
        'Du ber om tilgang til eit scope som ikkje er offentleg, eller som er ute av bruk.',
        'You ask for access to a scope that is not public, or is inactive.',
      ],
      [
        'Du delegerer et scope som er ute av bruk.',
        'Du delegerer eit scope som er ute av bruk.',
        'You delegate a scope that is inactive.',
      ],
    ],
    cures: [
      [
        `Finn egne scopes med \`GET ${SCOPES}?inactive=true\` eller på siden /owner/scopes, og andres med \`GET ${SCOPES}/all\`.`,
        `Finn eigne scopes med \`GET ${SCOPES}?inactive=true\` eller på sida /owner/scopes, og andre sine med \`GET ${SCOPES}/all\`.`,
        `Find your own scopes with \`GET ${SCOPES}?inactive=true\` or on the page /owner/scopes, and those of others with \`GET ${SCOPES}/all\`.`,
      ],
      [
        'Er scopet ikke offentlig, må eieren gi tilgang uten at dere ber om det her.',
        'Er scopet ikkje offentleg, må eigaren gi tilgang utan at de ber om det her.',
        'If the scope is not public, its owner must give access without your asking for it here.',
      ],
    ],
  },
  scope_exists: {
    causes: [
      [
        'Det finnes et scope med samme `prefix` og `subscope`. Det kan være ute av bruk.',
        'Det finst eit scope med same `prefix` og `subscope`. Det kan vere ute av bruk.',
        'There is a scope with the same `prefix` and `subscope`. It may be inactive.',
      ],
    ],
    cures: [
      [
        `Endre det med \`PUT ${SCOPES}\`. \`active\` som \`true\` tar det i bruk igjen.`,
        `Endre det med \`PUT ${SCOPES}\`. \`active\` som \`true\` tek det i bruk igjen.`,
        `Change it with \`PUT ${SCOPES}\`. \`active\` as \`true\` revives it.`,
      ],
    ],
  },
  access_not_found: {
    causes: [
      [
        `\`{consumerOrgNo}\` i \`DELETE ${SCOPES}/access/{consumerOrgNo}\` er feil, eller \`scope\` gjelder et annet scope.`,
        `\`{consumerOrgNo}\` i \`DELETE ${SCOPES}/access/{consumerOrgNo}\` er feil, eller \`scope\` gjeld eit anna scope.`,
        `\`{consumerOrgNo}\` in \`DELETE ${SCOPES}/access/{consumerOrgNo}\` is wrong, or \`scope\` is another scope.`,
      ],
      [
        'Virksomheten bruker scopet fordi det er åpent for alle, og har ingen egen tilgang.',
        'Verksemda bruker scopet fordi det er ope for alle, og har ingen eigen tilgang.',
        'The organisation uses the scope because it is open to all, and has no access of its own.',
      ],
    ],
    cures: [
      [
        `Se hvem som har tilgang, med \`GET ${SCOPES}/access?inactive=true\`, eller på siden til scopet under /owner/scopes.`,
        `Sjå kven som har tilgang, med \`GET ${SCOPES}/access?inactive=true\`, eller på sida til scopet under /owner/scopes.`,
        `See who has access with \`GET ${SCOPES}/access?inactive=true\`, or on the page of the scope below /owner/scopes.`,
      ],
    ],
  },
  not_delegable: {
    causes: [
      [
        'Eieren har ikke åpnet scopet for delegering: `delegation_source` er tom.',
        'Eigaren har ikkje opna scopet for delegering: `delegation_source` er tom.',
        'The owner has not opened the scope to delegation: its `delegation_source` is empty.',
      ],
    ],
    cures: [
      SET_SOURCE,
      [
        '`GET /api/v1/delegationsources` viser hva `delegation_source` kan være.',
        '`GET /api/v1/delegationsources` viser kva `delegation_source` kan vere.',
        '`GET /api/v1/delegationsources` shows what `delegation_source` can be.',
      ],
    ],
  },
  organisation_not_found: {
    causes: [
      [
        'Nummeret er gyldig, men ingen virksomhet i registeret har det.',
        'Nummeret er gyldig, men inga verksemd i registeret har det.',
        'The number is valid, but no organisation in the register has it.',
      ],
      [
        'I et testmiljø: Nummeret er til en virkelig virksomhet. Registeret har bare syntetiske.',
        'I eit testmiljø: Nummeret er til ei verkeleg verksemd. Registeret har berre syntetiske.',
        'In a test environment: the number is that of a real organisation. The register has synthetic ones only.',
      ],
    ],
    cures: [
      [
        'Slå opp nummeret med `GET /api/v1/organizations/{orgNo}` før du bruker det.',
        'Slå opp nummeret med `GET /api/v1/organizations/{orgNo}` før du bruker det.',
        'Look the number up with `GET /api/v1/organizations/{orgNo}` before you use it.',
      ],
    ],
  },
  api_not_found: {
    causes: [
      [
        'Lenken til siden /delegations/new har en `api` som er skrevet feil, eller som eieren har fjernet.',
        'Lenkja til sida /delegations/new har ein `api` som er skriven feil, eller som eigaren har fjerna.',
        'The link to the page /delegations/new has an `api` that is mistyped, or that its owner has removed.',
      ],
      [
        'Eieren har gjort ressursen umulig å delegere, eller ingen av scopene bak den er åpne for delegering.',
        'Eigaren har gjort ressursen umogleg å delegere, eller ingen av scopa bak han er opne for delegering.',
        'The owner has closed the resource to delegation, or none of the scopes behind it is open to it.',
      ],
    ],
    cures: [
      [
        'Velg API-et i lista på siden /delegations/new.',
        'Vel API-et i lista på sida /delegations/new.',
        'Choose the API from the list on the page /delegations/new.',
      ],
      SET_SOURCE,
    ],
  },
  delegation_not_found: {
    causes: [
      [
        'Delegeringen er allerede trukket tilbake, kanskje av en kollega.',
        'Delegeringa er alt trekt tilbake, kanskje av ein kollega.',
        'The delegation has been withdrawn already, perhaps by a colleague.',
      ],
      [
        'Scopet eller leverandøren i kallet er en annen enn da dere delegerte.',
        'Scopet eller leverandøren i kallet er ein annan enn då de delegerte.',
        'The scope or the supplier in the call is not the one that you delegated.',
      ],
    ],
    cures: [
      [
        `Se hva dere har delegert, med \`GET ${DELEGATIONS}/offered\`, eller på siden /delegations.`,
        `Sjå kva de har delegert, med \`GET ${DELEGATIONS}/offered\`, eller på sida /delegations.`,
        `See what you have delegated with \`GET ${DELEGATIONS}/offered\`, or on the page /delegations.`,
      ],
    ],
  },
} as const satisfies Explanations;
