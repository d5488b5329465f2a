import type { Shape } from '../../shape.ts';
import type { delegations as source } from '../nb/delegations.ts';

/** APIs that suppliers may use for an organisation: as it gives them, and as the supplier has got them. */
export const delegations = {
  title: 'API-tilgangar',
  lead: 'Leverandørar som kan bruke eit API for {organisation}.',
  what: 'Har leverandøren tilgang, kan han hente og sende opplysningar i API-et for dykk, utan at de treng ein eigen Maskinporten-klient.',
  create: 'Gi ein leverandør tilgang',
  empty: 'Ingen leverandørar kan bruke eit API for dykk enno.',
  noHits: 'Ingen API-tilgangar passar til søket.',
  search: 'Søk etter leverandør eller API',
  caption: 'API-tilgangar frå {organisation}',
  columns: {
    api: 'API',
    owner: 'Tenesteeigar',
    supplier: 'Leverandør',
    since: 'Gitt',
  },
  withdrawn: 'Tilgangen er trekt tilbake. Leverandøren får ingen nye token for dykk.',
  detail: {
    given: '{supplier} kan no bruke API-et for dykk.',
    lead: '{supplier} kan bruke API-et for {organisation}.',
    mayDo: 'Dette kan leverandøren gjere',
    inactive: 'Teke ut av bruk av eigaren. Det blir ikkje gitt token for dette.',
    facts: 'Fakta',
    givenBy: 'Gitt av',
    withdraw: 'Trekk tilbake tilgangen',
  },
  withdrawal: {
    title: 'Trekkje tilbake tilgangen til {supplier}?',
    text: '{supplier} får ingen nye token for å bruke «{api}» for {organisation}. Det gjeld med ein gong. Eit token som alt er henta, verkar til det går ut.',
    confirm: 'Trekk tilbake tilgangen til {supplier}',
  },
  wizard: {
    pickTitle: 'Vel API',
    pickLead: 'Dette er API som eigarane lèt verksemder gi leverandørane sine tilgang til.',
    search: 'Søk etter API eller tenesteeigar',
    none: 'Ingen API passar til søket.',
    pick: 'Vel {api}',
    supplierTitle: 'Kven skal bruke {api} for {organisation}?',
    supplier: 'Organisasjonsnummeret til leverandøren',
    supplierHint: 'Ni siffer. Du ser namnet før du stadfestar.',
    supplierWrong: 'Skriv eit organisasjonsnummer med ni siffer. Sjekk at tala er rette.',
    supplierOwn: 'Dette er dykkar eige organisasjonsnummer. Skriv nummeret til leverandøren.',
    confirmTitle: 'La {supplier} bruke {api} for {organisation}?',
    confirmLead:
      'Leverandøren får token i namnet til {organisation}, til du trekkjer tilgangen tilbake. Han får dette, og ikkje noko meir.',
    noAccess:
      '{owner} har ikkje gitt {organisation} tilgang til API-et enno. Du kan gi leverandøren tilgang no, men han får ikkje token før eigaren har opna for dykk.',
    confirm: 'Gi {supplier} tilgang',
    exists: '{supplier} har alt tilgang til API-et.',
    seeExisting: 'Sjå tilgangen',
    anotherApi: 'Vel eit anna API',
    anotherSupplier: 'Vel ein annan leverandør',
  },
  received: {
    title: 'API for kundane',
    lead: 'API som kundane lèt {organisation} bruke for seg.',
    how: 'Klienten må ha scopet. Han ber om token med organisasjonsnummeret til kunden i consumer_org.',
    toClients: 'Klientar og nøklar',
    empty: 'Ingen kundar har gitt dykk tilgang til eit API enno. Kunden gjer det sjølv, under API-tilgangar.',
    noHits: 'Ingen API passar til søket.',
    search: 'Søk etter kunde eller API',
    caption: 'API som kundane lèt {organisation} bruke',
    customer: 'Kunde',
    scopes: 'Scopes',
  },
} as const satisfies Shape<typeof source>;
