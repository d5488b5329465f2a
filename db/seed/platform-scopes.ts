type Texts = { readonly nb: string; readonly nn: string; readonly en: string };

const ON_BEHALF_OF: Texts = {
  nb: 'Endre hvem egne Maskinporten-klienter handler på vegne av',
  nn: 'Endre kven eigne Maskinporten-klientar handlar på vegner av',
  en: 'Change on whose behalf one’s own Maskinporten clients act',
};

/** Scopes of the platform itself, with what they open. */
export const PLATFORM_SCOPES: Readonly<Record<string, Texts>> = {
  'altinn:authentication/systemregister.write': {
    nb: 'Registrere og endre egne systemer i systemregisteret',
    nn: 'Registrere og endre eigne system i systemregisteret',
    en: 'Register and change one’s own systems in the system register',
  },
  'altinn:authentication/systemregister.admin': {
    nb: 'Administrere systemregisteret',
    nn: 'Administrere systemregisteret',
    en: 'Administer the system register',
  },
  'altinn:authentication/systemuser.request.write': {
    nb: 'Opprette forespørsler om systembruker',
    nn: 'Opprette førespurnader om systembrukar',
    en: 'Create requests for a system user',
  },
  'altinn:authentication/systemuser.request.read': {
    nb: 'Lese egne forespørsler om systembruker',
    nn: 'Lese eigne førespurnader om systembrukar',
    en: 'Read one’s own requests for a system user',
  },
  'altinn:authentication/systemuser.admin': {
    nb: 'Lese strømmen av systembrukere',
    nn: 'Lese straumen av systembrukarar',
    en: 'Read the stream of system users',
  },
  'altinn:maskinporten/systemuser.read': {
    nb: 'Slå opp systembrukere for Maskinporten',
    nn: 'Slå opp systembrukarar for Maskinporten',
    en: 'Look up system users for Maskinporten',
  },
  'altinn:maskinporten/delegations': {
    nb: 'Slå opp delegeringer av egne scopes',
    nn: 'Slå opp delegeringar av eigne scopes',
    en: 'Look up delegations of one’s own scopes',
  },
  'altinn:maskinporten/delegations.admin': {
    nb: 'Slå opp alle delegeringer av scopes',
    nn: 'Slå opp alle delegeringar av scopes',
    en: 'Look up every delegation of scopes',
  },
  'altinn:authorization/authorize': {
    nb: 'Spørre avgjørelsespunktet (PDP)',
    nn: 'Spørje avgjerdspunktet (PDP)',
    en: 'Ask the decision point (PDP)',
  },
  'altinn:authorization/authorize.admin': {
    nb: 'Spørre avgjørelsespunktet (PDP) om alt',
    nn: 'Spørje avgjerdspunktet (PDP) om alt',
    en: 'Ask the decision point (PDP) about anything',
  },
  'altinn:resourceregistry/resource.write': {
    nb: 'Registrere og endre egne ressurser',
    nn: 'Registrere og endre eigne ressursar',
    en: 'Register and change one’s own resources',
  },
  'altinn:resourceregistry/resource.admin': {
    nb: 'Administrere ressursregisteret',
    nn: 'Administrere ressursregisteret',
    en: 'Administer the resource registry',
  },
  'altinn:resourceregistry/accesslist.read': {
    nb: 'Lese egne tilgangslister',
    nn: 'Lese eigne tilgangslister',
    en: 'Read one’s own access lists',
  },
  'altinn:resourceregistry/accesslist.write': {
    nb: 'Endre egne tilgangslister',
    nn: 'Endre eigne tilgangslister',
    en: 'Change one’s own access lists',
  },
  'altinn:clientdelegations.read': {
    nb: 'Lese klientdelegeringer',
    nn: 'Lese klientdelegeringar',
    en: 'Read client delegations',
  },
  'altinn:clientdelegations.write': {
    nb: 'Endre klientdelegeringer',
    nn: 'Endre klientdelegeringar',
    en: 'Change client delegations',
  },
  'altinn:accessmanagement/authorizedparties': {
    nb: 'Liste hvem en systembruker kan handle for',
    nn: 'Liste opp kven ein systembrukar kan handle for',
    en: 'List whom a system user can act for',
  },
  'altinn:serviceowner': {
    nb: 'Opptre som tjenesteeier',
    nn: 'Opptre som tenesteeigar',
    en: 'Act as a service owner',
  },
  'idporten:dcr.read': {
    nb: 'Lese egne Maskinporten-klienter',
    nn: 'Lese eigne Maskinporten-klientar',
    en: 'Read one’s own Maskinporten clients',
  },
  'idporten:dcr.modify': {
    nb: 'Endre egne Maskinporten-klienter',
    nn: 'Endre eigne Maskinporten-klientar',
    en: 'Change one’s own Maskinporten clients',
  },
  'idporten:dcr.write': {
    nb: 'Opprette, endre og deaktivere egne Maskinporten-klienter',
    nn: 'Opprette, endre og deaktivere eigne Maskinporten-klientar',
    en: 'Create, change and deactivate one’s own Maskinporten clients',
  },
  'idporten:dcr.supplier': {
    nb: 'Registrere klienter for kunder',
    nn: 'Registrere klientar for kundar',
    en: 'Register clients for customers',
  },
  'idporten:dcr/onbehalfof:write': ON_BEHALF_OF,
  'idporten:dcr/onbehalfof.write': ON_BEHALF_OF,
  'idporten:dcr.datasharing': {
    nb: 'Forenklet opprettelse av klienter',
    nn: 'Forenkla oppretting av klientar',
    en: 'Simplified creation of clients',
  },
  'idporten:scopes.read': {
    nb: 'Lese egne scopes',
    nn: 'Lese eigne scopes',
    en: 'Read one’s own scopes',
  },
  'idporten:scopes.write': {
    nb: 'Opprette og endre egne scopes og gi tilgang til dem',
    nn: 'Opprette og endre eigne scopes og gi tilgang til dei',
    en: 'Create and change one’s own scopes and give access to them',
  },
};
