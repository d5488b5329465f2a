import type { Texts } from '../texts.ts';
import type { Explanations } from './explanation.ts';

const LISTS = '/resourceregistry/api/v1/access-lists';
const MEMBERS = `${LISTS}/{owner}/{identifier}/members`;

const SPLIT: Texts = [
  `Del virksomhetene på flere kall til \`POST ${MEMBERS}\`, høyst 100 i hvert. Fjern med \`DELETE\`.`,
  `Del verksemdene på fleire kall til \`POST ${MEMBERS}\`, høgst 100 i kvart. Fjern med \`DELETE\`.`,
  `Divide the organisations among several calls to \`POST ${MEMBERS}\`, at most 100 in each. Remove with \`DELETE\`.`,
];
const BAD_LIMIT: Texts = [
  '`limit` er 0, negativ eller større enn 1000.',
  '`limit` er 0, negativ eller større enn 1000.',
  '`limit` is 0, negative or greater than 1000.',
];
const GOOD_LIMIT: Texts = [
  'Utelat `limit`, eller velg et tall fra 1 til 1000. Lenken i `links.next` henter neste side.',
  'Utelat `limit`, eller vel eit tal frå 1 til 1000. Lenkja i `links.next` hentar neste side.',
  'Leave `limit` out, or choose a number from 1 to 1000. The link in `links.next` gets the next page.',
];
const ASK_ONE_BY_ONE: Texts = [
  `Send ett kall til \`GET ${LISTS}/memberships\` for hver.`,
  `Send eitt kall til \`GET ${LISTS}/memberships\` for kvar.`,
  `Send one call to \`GET ${LISTS}/memberships\` for each.`,
];

/** What the resource registry refuses. */
export const registry = {
  'RR-00000': {
    causes: [['`include` har ordet `members`.', '`include` har ordet `members`.', '`include` has the word `members`.']],
    cures: [
      [
        `Ta det ut, og hent medlemmene med \`GET ${MEMBERS}\`.`,
        `Ta det ut, og hent medlemmene med \`GET ${MEMBERS}\`.`,
        `Take it out, and fetch the members with \`GET ${MEMBERS}\`.`,
      ],
    ],
  },
  'RR-00001': {
    causes: [
      [
        'Nummeret eller ID-en i URN-en er ikke i registeret.',
        'Nummeret eller ID-en i URN-en er ikkje i registeret.',
        'The number or ID in the URN is not in the register.',
      ],
      [
        'URN-en gjelder en person. Bare virksomheter kan stå på en tilgangsliste.',
        'URN-en gjeld ein person. Berre verksemder kan stå på ei tilgangsliste.',
        'The URN is that of a person. Only organisations can be on an access list.',
      ],
    ],
    cures: [
      [
        'Rett eller fjern virksomheten, og send kallet på nytt. Ingenting er endret.',
        'Rett eller fjern verksemda, og send kallet på nytt. Ingenting er endra.',
        'Correct or remove the organisation, and send the call again. Nothing was changed.',
      ],
    ],
  },
  'RR-00002': {
    causes: [
      [
        '`{resourceId}` i adressen er skrevet feil, eller ressursen er slettet.',
        '`{resourceId}` i adressa er skriven feil, eller ressursen er sletta.',
        '`{resourceId}` in the address is misspelt, or the resource has been deleted.',
      ],
    ],
    cures: [
      [
        'Finn ID-en med `GET /resourceregistry/api/v1/resource/resourcelist` eller på siden Ressurser.',
        'Finn ID-en med `GET /resourceregistry/api/v1/resource/resourcelist` eller på sida Ressursar.',
        'Find the ID with `GET /resourceregistry/api/v1/resource/resourcelist` or on the page Resources.',
      ],
    ],
  },
  'RR-00004': {
    causes: [
      [
        '`hasCompetentAuthority` på ressursen er en annen tjenesteeier enn `{owner}` i adressen.',
        '`hasCompetentAuthority` på ressursen er ein annan tenesteeigar enn `{owner}` i adressa.',
        '`hasCompetentAuthority` of the resource is not the service owner that `{owner}` in the address names.',
      ],
    ],
    cures: [
      [
        'Lag listen hos tjenesteeieren som eier ressursen.',
        'Lag lista hos tenesteeigaren som eig ressursen.',
        'Create the list under the service owner that owns the resource.',
      ],
    ],
  },
  'RR.VLD-00000': {
    causes: [
      [
        '`data` i `PUT` har flere enn 100 virksomheter.',
        '`data` i `PUT` har fleire enn 100 verksemder.',
        '`data` of the `PUT` has more than 100 organisations.',
      ],
    ],
    cures: [SPLIT],
  },
  'RR.VLD-00001': {
    causes: [
      [
        '`data` i `POST` eller `DELETE` har flere enn 100 virksomheter.',
        '`data` i `POST` eller `DELETE` har fleire enn 100 verksemder.',
        '`data` of the `POST` or `DELETE` has more than 100 organisations.',
      ],
    ],
    cures: [SPLIT],
  },
  'RR.VLD-00002': {
    causes: [
      [
        '`include` ber om koblinger til ressurser, men `resource` mangler.',
        '`include` ber om koplingar til ressursar, men `resource` manglar.',
        '`include` asks for connections to resources, but `resource` is missing.',
      ],
    ],
    cures: [
      [
        'Legg til `resource={resourceId}` i spørringen.',
        'Legg til `resource={resourceId}` i spørjinga.',
        'Add `resource={resourceId}` to the query.',
      ],
      [
        `Alle koblinger til én liste får du med \`GET ${LISTS}/{owner}/{identifier}/resource-connections\`.`,
        `Alle koplingar til éi liste får du med \`GET ${LISTS}/{owner}/{identifier}/resource-connections\`.`,
        `Get all connections of one list with \`GET ${LISTS}/{owner}/{identifier}/resource-connections\`.`,
      ],
    ],
  },
  'RR.VLD-00003': {
    causes: [
      [
        '`party` mangler i spørringen, eller ingen av verdiene er en gyldig URN.',
        '`party` manglar i spørjinga, eller ingen av verdiane er ein gyldig URN.',
        '`party` is missing in the query, or none of its values is a valid URN.',
      ],
    ],
    cures: [
      [
        'Legg til `party=urn:altinn:organization:identifier-no:{orgNo}`.',
        'Legg til `party=urn:altinn:organization:identifier-no:{orgNo}`.',
        'Add `party=urn:altinn:organization:identifier-no:{orgNo}`.',
      ],
    ],
  },
  'RR.VLD-00004': {
    causes: [
      [
        'Verdien er bare nummeret, eller URN-en er av et annet slag.',
        'Verdien er berre nummeret, eller URN-en er av eit anna slag.',
        'The value is the bare number, or the URN is of another kind.',
      ],
      [
        'Organisasjonsnummeret har ikke ni siffer, eller ID-en er ikke en UUID.',
        'Organisasjonsnummeret har ikkje ni siffer, eller ID-en er ikkje ein UUID.',
        'The organisation number does not have nine digits, or the ID is not a UUID.',
      ],
    ],
    cures: [
      [
        'Skriv `urn:altinn:organization:identifier-no:{orgNo}`, `urn:altinn:party:uuid:{uuid}` eller `urn:altinn:party:id:{partyId}`. `paths` i svaret viser hvilken verdi det er.',
        'Skriv `urn:altinn:organization:identifier-no:{orgNo}`, `urn:altinn:party:uuid:{uuid}` eller `urn:altinn:party:id:{partyId}`. `paths` i svaret viser kva verdi det er.',
        'Write `urn:altinn:organization:identifier-no:{orgNo}`, `urn:altinn:party:uuid:{uuid}` or `urn:altinn:party:id:{partyId}`. `paths` in the answer shows which value it is.',
      ],
    ],
  },
  'RR.VLD-00005': {
    causes: [
      [
        '`resource` begynner ikke med `urn:altinn:resource:`, eller har ingenting etter det.',
        '`resource` byrjar ikkje med `urn:altinn:resource:`, eller har ingenting etter det.',
        '`resource` does not begin with `urn:altinn:resource:`, or has nothing after it.',
      ],
    ],
    cures: [
      [
        'Skriv `resource=urn:altinn:resource:{resourceId}`.',
        'Skriv `resource=urn:altinn:resource:{resourceId}`.',
        'Write `resource=urn:altinn:resource:{resourceId}`.',
      ],
    ],
  },
  'RR.VLD-00006': {
    causes: [
      [
        '`party` står flere ganger, eller har flere verdier med komma.',
        '`party` står fleire gonger, eller har fleire verdiar med komma.',
        '`party` is given several times, or has several values with commas.',
      ],
    ],
    cures: [ASK_ONE_BY_ONE],
  },
  'RR.VLD-00007': {
    causes: [
      [
        '`resource` står flere ganger, eller har flere verdier med komma.',
        '`resource` står fleire gonger, eller har fleire verdiar med komma.',
        '`resource` is given several times, or has several values with commas.',
      ],
    ],
    cures: [ASK_ONE_BY_ONE],
  },
  'RR.VLD-00008': { causes: [BAD_LIMIT], cures: [GOOD_LIMIT] },
  'RR.VLD-00010': {
    causes: [
      [
        '`{owner}` i adressen er verken koden eller organisasjonsnummeret til en tjenesteeier i registeret.',
        '`{owner}` i adressa er korkje koden eller organisasjonsnummeret til ein tenesteeigar i registeret.',
        '`{owner}` in the address is neither the code nor the organisation number of a service owner in the register.',
      ],
    ],
    cures: [
      [
        'Bruk en kode fra `GET /resourceregistry/api/v1/resource/orgs`, for eksempel `skd`.',
        'Bruk ein kode frå `GET /resourceregistry/api/v1/resource/orgs`, til dømes `skd`.',
        'Use a code from `GET /resourceregistry/api/v1/resource/orgs`, such as `skd`.',
      ],
    ],
  },
  'RR.VLD-00011': { causes: [BAD_LIMIT], cures: [GOOD_LIMIT] },
} as const satisfies Explanations;
