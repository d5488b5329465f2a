import type { Texts } from '../texts.ts';
import type { Explanation, Explanations } from './explanation.ts';

const TRY_IT: Texts = [
  'Vil du se hvordan systemet ditt tåler koden, send den i hodet `X-Sandbox-Scenario` i sandkassen.',
  'Vil du sjå korleis systemet ditt toler koden, send han i hovudet `X-Sandbox-Scenario` i sandkassa.',
  'To see how your system copes with the code, send it in the header `X-Sandbox-Scenario` in the sandbox.',
];
const IN_ONE_TRANSACTION: Explanation = {
  causes: [
    [
      'Hos Altinn kommer koden når en annen tjeneste feiler midt i kallet.',
      'Hos Altinn kjem koden når ei anna teneste feilar midt i kallet.',
      'Altinn answers the code when another service fails in the middle of the call.',
    ],
    [
      'Portalen gjør alt i én transaksjon. Går noe galt, er ingenting lagret, og svaret er 500 eller 503.',
      'Portalen gjer alt i éin transaksjon. Går noko gale, er ingenting lagra, og svaret er 500 eller 503.',
      'The portal does everything in one transaction. If something fails, nothing is stored, and the answer is 500 or 503.',
    ],
  ],
  cures: [
    [
      'La systemet prøve igjen senere, og meld fra med `traceId` hvis det fortsetter.',
      'La systemet prøve igjen seinare, og meld frå med `traceId` om det held fram.',
      'Let your system try again later, and report the `traceId` if it goes on.',
    ],
    TRY_IT,
  ],
};
const UNUSED: Explanation = {
  causes: [
    [
      'Altinn svarer heller ikke med den.',
      'Altinn svarar heller ikkje med han.',
      'Altinn does not answer with it either.',
    ],
  ],
  cures: [TRY_IT],
};

/** Codes of Altinn's catalogue that the portal never answers; why is in the README of `lib/kernel`. */
export const neverAnswered = {
  'AUTH-00002': IN_ONE_TRANSACTION,
  'AUTH-00005': UNUSED,
  'AUTH-00012': IN_ONE_TRANSACTION,
  'AUTH-00017': instead(
    'Portalen tar ikke imot et system uten navn på bokmål, nynorsk og engelsk.',
    'Portalen tek ikkje imot eit system utan namn på bokmål, nynorsk og engelsk.',
    'The portal accepts no system without a name in Bokmål, Nynorsk and English.',
  ),
  'AUTH-00022': IN_ONE_TRANSACTION,
  'AUTH-00025': instead(
    'Portalen svarer AUTH-00030 når ID-en ikke gjelder en forespørsel om en systembruker for klienter.',
    'Portalen svarar AUTH-00030 når ID-en ikkje gjeld ein førespurnad om ein systembrukar for klientar.',
    'The portal answers AUTH-00030 when the ID is not that of a request for a client system user.',
  ),
  'AUTH-00027': UNUSED,
  'AUTH-00028': instead(
    'Portalen svarer 400 med `errors` på feltet når klienten mangler eller ikke er en UUID.',
    'Portalen svarar 400 med `errors` på feltet når klienten manglar eller ikkje er ein UUID.',
    'The portal answers 400 with `errors` on the field when the client is missing or not a UUID.',
  ),
  'AUTH-00032': instead(
    'Altinn regner en kobling som ikke finnes, som slettet. Det gjør portalen også.',
    'Altinn reknar ei kopling som ikkje finst, som sletta. Det gjer portalen òg.',
    'Altinn takes a connection that does not exist for deleted. So does the portal.',
  ),
  'AUTH-00033': IN_ONE_TRANSACTION,
  'AUTH-00037': instead(
    'Portalen kan ikke lagre den samme koblingen to ganger.',
    'Portalen kan ikkje lagre den same koplinga to gonger.',
    'The portal cannot store the same connection twice.',
  ),
  'AUTH-00040': instead(
    'Portalen svarer AUTH-00038 eller AUTH-00039 når virksomheten er en annen enn eieren.',
    'Portalen svarar AUTH-00038 eller AUTH-00039 når verksemda er ei anna enn eigaren.',
    'The portal answers AUTH-00038 or AUTH-00039 when the organisation is not the owner.',
  ),
  'AUTH-00043': instead(
    'Portalen svarer 401 uten innhold når tokenet mangler eller ikke er gyldig.',
    'Portalen svarar 401 utan innhald når tokenet manglar eller ikkje er gyldig.',
    'The portal answers 401 without a body when the token is missing or not valid.',
  ),
  'AUTH-00045': IN_ONE_TRANSACTION,
  'AUTH-00046': IN_ONE_TRANSACTION,
  'AUTH-00047': IN_ONE_TRANSACTION,
  'AUTH-00048': IN_ONE_TRANSACTION,
  'AUTH-00049': instead(
    'Alle virksomheter i portalens register har en UUID.',
    'Alle verksemder i registeret til portalen har ein UUID.',
    'Every organisation in the portal’s register has a UUID.',
  ),
  'AUTH-00050': IN_ONE_TRANSACTION,
  'AUTH-00051': IN_ONE_TRANSACTION,
  'AUTH-00052': instead(
    'Portalen svarer AUTH-00063 når systemet ikke har pakken, også når URN-en er feil skrevet.',
    'Portalen svarar AUTH-00063 når systemet ikkje har pakken, òg når URN-en er skriven feil.',
    'The portal answers AUTH-00063 when the system does not have the package, even if its URN is malformed.',
  ),
  'AUTH-00054': IN_ONE_TRANSACTION,
  'AUTH-00055': IN_ONE_TRANSACTION,
  'AUTH-00056': IN_ONE_TRANSACTION,
  'AUTH-00057': IN_ONE_TRANSACTION,
  'AUTH-00060': IN_ONE_TRANSACTION,
  'AUTH-00062': IN_ONE_TRANSACTION,
  'AUTH-00067': IN_ONE_TRANSACTION,
} as const satisfies Explanations;

/** A code in whose place the portal says, or rules out, something. */
function instead(...why: Texts): Explanation {
  return { causes: [why], cures: [TRY_IT] };
}
