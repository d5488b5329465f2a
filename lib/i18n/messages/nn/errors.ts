import type { Shape } from '../../shape.ts';
import type { errors as source } from '../nb/errors.ts';

/** Pages for what went wrong, and the front of the error catalogue. */
export const errors = {
  notFound: {
    title: 'Vi finn ikkje sida',
    text: 'Lenkja kan vere skriven feil, eller sida kan vere flytta.',
  },
  failed: {
    title: 'Noko gjekk gale hos oss',
    text: 'Det du gjorde, kan vere ufullført. Prøv igjen, eller gå til framsida.',
    again: 'Prøv igjen',
    reference: 'Referanse: {digest}',
  },
  forbidden: {
    title: 'Dette kan du ikkje opne',
    need: 'Det krev {what}.',
    youAre: 'Du er logga inn som {name} og handlar for {organisation}.',
    who: 'Desse i {organisation} kan det',
    nobody: 'Ingen i {organisation} har denne tilgangen.',
    becomeOwner:
      'Tenesteeigarar er offentlege verksemder. Skal verksemda vere ei av dei, tek de kontakt med {operator}, som driv plattforma.',
    send: 'Send lenkja til ein av dei',
    copy: 'Kopier lenkja',
    switch: 'Byt verksemd',
    needs: {
      'access-management': 'rolla tilgangsstyrar',
      'system-user-overview': 'rolla tilgangsstyrar eller klientadministrator',
      'client-administration': 'rolla klientadministrator',
      'technical-administration': 'tilgangspakken Maskinporten-administrator',
      'api-delegation': 'rolla tilgangsstyrar eller tilgangspakken Maskinporten-administrator',
      vendor: 'at verksemda er leverandør',
      owner: 'at verksemda er tenesteeigar',
      operator: 'at verksemda driv plattforma',
    },
  },
  toFront: 'Til framsida',
  catalogue: {
    title: 'Feilkodar',
    lead: 'Kodar frå tokenendepunktet og API-a, kva dei tyder, og kva du kan gjere.',
    onThisPage: 'På denne sida',
    groups: {
      tokens: 'Frå tokenendepunktet',
      requests: 'Førespurnader og systembrukarar',
      fields: 'Felt i systemregisteret og klientdelegering',
      registry: 'Ressursregisteret',
      sandbox: 'Sandkassa',
      administration: 'Administrasjon og avtalar',
      neverAnswered: 'I katalogen til Altinn, men aldri i svar herfrå',
    },
    causes: 'Vanlege årsaker',
    remedy: 'Slik rettar du det',
    neverAnswered: {
      lead: 'Koden står i katalogen til Altinn, men portalen svarar aldri med han.',
      causes: 'Kvifor ikkje her',
      remedy: 'Kva du kan gjere',
    },
    answeredBy: 'Endepunkt som svarar med koden',
    withStatus: 'Status {status}',
    all: 'Alle feilkodar',
  },
} satisfies Shape<typeof source>;
