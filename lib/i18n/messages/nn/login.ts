import type { Shape } from '../../shape.ts';
import type { login as source } from '../nb/login.ts';

/** Log-in and choice of organisation. */
export const login = {
  title: 'Logg inn',
  lead: 'Vel ein syntetisk person. Her finst ingen ekte personar.',
  leadOidc: 'Du loggar inn hos ei ekstern innloggingsteneste og kjem tilbake hit.',
  asked: {
    heading: '{vendor} spør {organisation}',
    text: 'Logg inn for å lese førespurnaden og svare.',
    deadline: 'Svarfrist',
  },
  suggested: 'Føreslåtte personar',
  found: '{count, plural, =0 {Ingen treff på «{query}»} one {Eitt treff på «{query}»} other {# treff på «{query}»}}',
  continueAs: 'Hald fram som {name}',
  search: 'Søk etter person eller verksemd',
  byNumber: 'Med fødselsnummer',
  number: 'Syntetisk fødselsnummer',
  numberHint: '11 siffer. 80 er lagt til månaden, til dømes 14 83 79.',
  continue: 'Hald fram',
  oidc: 'Logg inn med ekstern innloggingsteneste',
  errors: {
    empty: 'Skriv eit fødselsnummer på 11 siffer',
    malformed: 'Dette er ikkje eit gyldig fødselsnummer. Sjekk sifra.',
    notSynthetic:
      'Nummeret kan høyre til ein ekte person. Her kan berre syntetiske personar logge inn. Nummeret er ikkje lagra.',
    unknown: 'Vi finn ingen person med dette nummeret i registeret.',
    tooMany: 'For mange forsøk. Vent eitt minutt og prøv igjen.',
    failed: 'Innlogginga blei avbroten. Prøv igjen.',
    ended: 'Du er logga ut fordi økta var over. Logg inn igjen for å halde fram.',
  },
  roles: {
    DAGL: 'dagleg leiar',
    LEDE: 'styreleiar',
    ADMAI: 'tilgangsstyrar',
    HADM: 'hovudadministrator',
    KLADM: 'klientadministrator',
    other: 'tilknytt',
  },
  personAt: '{role}, {organisation}',
  switch: {
    title: 'Kven handlar du for?',
    lead: 'Alt du ser og gjer, gjeld éi verksemd om gongen.',
    choose: 'Handle for {organisation}',
    current: 'Du handlar for denne no',
    none: 'Du har ingen roller i registeret.',
    noneHelp: 'Be dagleg leiar eller tilgangsstyrar i verksemda om å gi deg ei rolle.',
  },
} satisfies Shape<typeof source>;
