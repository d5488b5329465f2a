/** Pages for what went wrong, and the front of the error catalogue. */
export const errors = {
  notFound: {
    title: 'Vi finner ikke siden',
    text: 'Lenken kan være skrevet feil, eller siden kan være flyttet.',
  },
  failed: {
    title: 'Noe gikk galt hos oss',
    text: 'Det du gjorde, kan være ufullført. Prøv igjen, eller gå til forsiden.',
    again: 'Prøv igjen',
    reference: 'Referanse: {digest}',
  },
  forbidden: {
    title: 'Dette kan du ikke åpne',
    need: 'Det krever {what}.',
    youAre: 'Du er logget inn som {name} og handler for {organisation}.',
    who: 'Disse i {organisation} kan det',
    nobody: 'Ingen i {organisation} har denne tilgangen.',
    becomeOwner:
      'Tjenesteeiere er offentlige virksomheter. Skal virksomheten være en av dem, tar dere kontakt med {operator}, som driver plattformen.',
    send: 'Send lenken til en av dem',
    copy: 'Kopier lenken',
    switch: 'Bytt virksomhet',
    needs: {
      'access-management': 'rollen tilgangsstyrer',
      'system-user-overview': 'rollen tilgangsstyrer eller klientadministrator',
      'client-administration': 'rollen klientadministrator',
      'technical-administration': 'tilgangspakken Maskinporten-administrator',
      'api-delegation': 'rollen tilgangsstyrer eller tilgangspakken Maskinporten-administrator',
      vendor: 'at virksomheten er leverandør',
      owner: 'at virksomheten er tjenesteeier',
      operator: 'at virksomheten driver plattformen',
    },
  },
  toFront: 'Til forsiden',
  catalogue: {
    title: 'Feilkoder',
    lead: 'Koder fra tokenendepunktet og API-ene, hva de betyr, og hva du kan gjøre.',
    onThisPage: 'På denne siden',
    groups: {
      tokens: 'Fra tokenendepunktet',
      requests: 'Forespørsler og systembrukere',
      fields: 'Felt i systemregisteret og klientdelegering',
      registry: 'Ressursregisteret',
      sandbox: 'Sandkassen',
      neverAnswered: 'I Altinns katalog, men aldri i svar herfra',
    },
    causes: 'Vanlige årsaker',
    remedy: 'Slik retter du det',
    neverAnswered: {
      lead: 'Koden står i Altinns katalog, men portalen svarer aldri med den.',
      causes: 'Hvorfor ikke her',
      remedy: 'Hva du kan gjøre',
    },
    answeredBy: 'Endepunkter som svarer med koden',
    withStatus: 'Status {status}',
    all: 'Alle feilkoder',
  },
} as const;
