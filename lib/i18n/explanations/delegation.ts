import type { Texts } from '../texts.ts';
import type { Explanations } from './explanation.ts';

const ASK_SOMEBODY_ELSE: Texts = [
  'La en som kan gi fullmakten, svare. Siden med forespørselen viser hvem det er, og kan sende den videre.',
  'La ein som kan gi fullmakta, svare. Sida med førespurnaden viser kven det er, og kan sende han vidare.',
  'Let somebody who can give the authority answer. The page of the request shows who that is, and can forward it.',
];
const ASK_OWNER: Texts = [
  'Leverandøren må ta ressursen ut av systemet, eller spørre tjenesteeieren.',
  'Leverandøren må ta ressursen ut av systemet, eller spørje tenesteeigaren.',
  'The vendor must take the resource out of the system, or ask the service owner.',
];

/** Why a person cannot give what a system asks for; the first resource that cannot be given decides the code. */
export const delegation = {
  'AUTH-00014': {
    causes: [
      [
        'Ressursen finnes ikke lenger i ressursregisteret, eller den har ingen policy.',
        'Ressursen finst ikkje lenger i ressursregisteret, eller han har ingen policy.',
        'The resource is no longer in the resource registry, or it has no policy.',
      ],
      [
        'Policyen gir ikke tilgang til noen rolle, tilgangspakke eller virksomhet.',
        'Policyen gir ikkje tilgang til nokon rolle, tilgangspakke eller verksemd.',
        'The policy gives access to no role, access package or organisation.',
      ],
    ],
    cures: [
      [
        'Les policyen med `GET /resourceregistry/api/v1/resource/{id}/policy`. Mangler den, må tjenesteeieren laste den opp.',
        'Les policyen med `GET /resourceregistry/api/v1/resource/{id}/policy`. Manglar han, må tenesteeigaren laste han opp.',
        'Read the policy with `GET /resourceregistry/api/v1/resource/{id}/policy`. If there is none, the service owner must upload it.',
      ],
      ASK_OWNER,
    ],
  },
  'AUTH-00016': {
    causes: [
      [
        'Policyen gir tjenesten til bestemte roller i virksomheten, og personen har ingen av dem.',
        'Policyen gir tenesta til bestemte roller i verksemda, og personen har ingen av dei.',
        'The policy gives the service to certain roles in the organisation, and the person has none of them.',
      ],
    ],
    cures: [ASK_SOMEBODY_ELSE],
  },
  'AUTH-00018': {
    causes: [
      [
        'Tjenesten kan bare gis av den som har fått den delegert direkte.',
        'Tenesta kan berre givast av den som har fått ho delegert direkte.',
        'The service can be given only by somebody to whom it was delegated directly.',
      ],
    ],
    cures: [ASK_OWNER],
  },
  'AUTH-00019': {
    causes: [
      [
        'Policyen nevner bare bestemte virksomheter. Den gir ingen rolle eller tilgangspakke som kan gis videre.',
        'Policyen nemner berre bestemte verksemder. Han gir inga rolle og ingen tilgangspakke som kan givast vidare.',
        'The policy names certain organisations only. It gives no role or access package that can be passed on.',
      ],
    ],
    cures: [ASK_OWNER],
  },
  'AUTH-00020': {
    causes: [
      [
        'Policyen krever et høyere sikkerhetsnivå enn personen er logget inn med.',
        'Policyen krev eit høgare tryggleiksnivå enn personen er logga inn med.',
        'The policy requires a higher authentication level than the person is logged in with.',
      ],
    ],
    cures: [
      [
        'Logg ut, og logg inn på nytt med nivå 4, for eksempel BankID.',
        'Logg ut, og logg inn på nytt med nivå 4, til dømes BankID.',
        'Log out, and log in again at level 4, for example with BankID.',
      ],
    ],
  },
  'AUTH-00053': {
    causes: [
      [
        'Personen har ikke en av tilgangspakkene i virksomheten, eller kan ikke gi den videre.',
        'Personen har ikkje ein av tilgangspakkane i verksemda, eller kan ikkje gi han vidare.',
        'The person lacks one of the access packages in the organisation, or may not pass it on.',
      ],
      [
        'Systembrukeren skal handle for eieren selv, og personen kan ikke gi eierens egne pakker.',
        'Systembrukaren skal handle for eigaren sjølv, og personen kan ikkje gi eigaren sine eigne pakkar.',
        'The system user is to act for its owner, and the person cannot give the owner’s own packages.',
      ],
    ],
    cures: [
      ASK_SOMEBODY_ELSE,
      [
        'En hovedadministrator kan gi alle tilgangspakker virksomheten har.',
        'Ein hovudadministrator kan gi alle tilgangspakkar verksemda har.',
        'A main administrator can give every access package that the organisation has.',
      ],
    ],
  },
  'AUTH-00068': {
    causes: [
      [
        'Policyen gir tjenesten til en tilgangspakke som personen ikke har, eller ikke kan gi videre.',
        'Policyen gir tenesta til ein tilgangspakke som personen ikkje har, eller ikkje kan gi vidare.',
        'The policy gives the service to an access package that the person lacks or may not pass on.',
      ],
    ],
    cures: [ASK_SOMEBODY_ELSE],
  },
  'AUTH-00069': {
    causes: [
      [
        'Ressursen er bare for virksomheter på en tilgangsliste, og virksomheten er ikke på listen.',
        'Ressursen er berre for verksemder på ei tilgangsliste, og verksemda er ikkje på lista.',
        'The resource is only for organisations on an access list, and the organisation is not on it.',
      ],
      [
        'Listen åpner for andre handlinger enn dem personen kan gi.',
        'Lista opnar for andre handlingar enn dei personen kan gi.',
        'The list allows other actions than those that the person can give.',
      ],
    ],
    cures: [
      [
        'Be tjenesteeieren føre virksomheten på tilgangslisten.',
        'Be tenesteeigaren føre verksemda på tilgangslista.',
        'Ask the service owner to put the organisation on the access list.',
      ],
    ],
  },
  'AUTH-00070': {
    causes: [
      [
        '`delegable` er `false` på ressursen.',
        '`delegable` er `false` på ressursen.',
        '`delegable` of the resource is `false`.',
      ],
      [
        'Ressursen er av en type som aldri gis videre: `Altinn2Service`, `Systemresource` eller `Consent`.',
        'Ressursen er av ein type som aldri blir gitt vidare: `Altinn2Service`, `Systemresource` eller `Consent`.',
        'The resource is of a type that is never passed on: `Altinn2Service`, `Systemresource` or `Consent`.',
      ],
    ],
    cures: [ASK_OWNER],
  },
  'AUTH-00071': {
    causes: [
      [
        'Ressursen er av typen `MaskinportenSchema`: et API som delegeres til en leverandør, ikke til en systembruker.',
        'Ressursen er av typen `MaskinportenSchema`: eit API som blir delegert til ein leverandør, ikkje til ein systembrukar.',
        'The resource is of type `MaskinportenSchema`: an API that is delegated to a supplier, not to a system user.',
      ],
    ],
    cures: [
      [
        'Deleger API-et på siden API-tilganger, og bruk `consumer_org` i tokenforespørselen.',
        'Deleger API-et på sida API-tilgangar, og bruk `consumer_org` i tokenførespurnaden.',
        'Delegate the API on the page API access, and use `consumer_org` in the token request.',
      ],
      [
        'Leverandøren må ta ressursen ut av systemet.',
        'Leverandøren må ta ressursen ut av systemet.',
        'The vendor must take the resource out of the system.',
      ],
    ],
  },
} as const satisfies Explanations;
