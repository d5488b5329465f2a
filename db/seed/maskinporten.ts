import type { Transaction } from '#db/open.ts';
import { DAY_MS } from '#lib/kernel/durations.ts';
import { storeClientKey } from '#lib/maskinporten/client-keys/find-client-keys.ts';
import { storeClient } from '#lib/maskinporten/clients/find-client.ts';
import { storePrefix } from '#lib/maskinporten/prefixes/find-prefix.ts';
import { storeScope } from '#lib/maskinporten/scopes/find-scope.ts';
import { storeScopeAccess } from '#lib/maskinporten/scopes/store-scope-access.ts';
import { type GuestClient, toPublicJwk } from './guest-keys.ts';
import { ORG } from './story.ts';

const SOON_DAYS = 20;

const PREFIXES: Readonly<Record<string, string>> = {
  skatteetaten: ORG.skatteetaten,
  altinn: ORG.digdir,
  idporten: ORG.digdir,
};

const CLAIMS_SCOPE = 'skatteetaten:kravogbetalinger';
const VENDOR_SCOPES = [
  'altinn:authentication/systemregister.write',
  'altinn:authentication/systemuser.request.write',
  'altinn:authentication/systemuser.request.read',
] as const;
const CLIENT_SCOPES = ['altinn:clientdelegations.read', 'altinn:clientdelegations.write'] as const;
const PDP_SCOPE = 'altinn:authorization/authorize';
const REGISTRY_SCOPES = [
  'altinn:resourceregistry/resource.write',
  'altinn:resourceregistry/accesslist.read',
  'altinn:resourceregistry/accesslist.write',
] as const;
const SELF_SERVICE_SCOPES = [
  'idporten:dcr.read',
  'idporten:dcr.modify',
  'idporten:dcr.write',
  'idporten:scopes.read',
  'idporten:scopes.write',
] as const;

/** Scopes of the platform itself, with what they open. */
const PLATFORM_SCOPES: Readonly<Record<string, string>> = {
  'altinn:authentication/systemregister.write': 'Registrere og endre egne systemer i systemregisteret',
  'altinn:authentication/systemregister.admin': 'Administrere systemregisteret',
  'altinn:authentication/systemuser.request.write': 'Opprette forespørsler om systembruker',
  'altinn:authentication/systemuser.request.read': 'Lese egne forespørsler om systembruker',
  'altinn:authentication/systemuser.admin': 'Lese strømmen av systembrukere',
  'altinn:maskinporten/systemuser.read': 'Slå opp systembrukere for Maskinporten',
  'altinn:maskinporten/delegations': 'Slå opp delegeringer av egne scopes',
  'altinn:maskinporten/delegations.admin': 'Slå opp alle delegeringer av scopes',
  'altinn:authorization/authorize': 'Spørre avgjørelsespunktet (PDP)',
  'altinn:authorization/authorize.admin': 'Spørre avgjørelsespunktet (PDP) om alt',
  'altinn:resourceregistry/resource.write': 'Registrere og endre egne ressurser',
  'altinn:resourceregistry/resource.admin': 'Administrere ressursregisteret',
  'altinn:resourceregistry/accesslist.read': 'Lese egne tilgangslister',
  'altinn:resourceregistry/accesslist.write': 'Endre egne tilgangslister',
  'altinn:clientdelegations.read': 'Lese klientdelegeringer',
  'altinn:clientdelegations.write': 'Endre klientdelegeringer',
  'altinn:accessmanagement/authorizedparties': 'Liste hvem en systembruker kan handle for',
  'altinn:serviceowner': 'Opptre som tjenesteeier',
  'idporten:dcr.read': 'Lese egne Maskinporten-klienter',
  'idporten:dcr.modify': 'Endre egne Maskinporten-klienter',
  'idporten:dcr.write': 'Opprette, endre og deaktivere egne Maskinporten-klienter',
  'idporten:dcr.supplier': 'Registrere klienter for kunder',
  'idporten:dcr/onbehalfof:write': 'Endre hvem egne Maskinporten-klienter handler på vegne av',
  'idporten:dcr/onbehalfof.write': 'Endre hvem egne Maskinporten-klienter handler på vegne av',
  'idporten:dcr.datasharing': 'Forenklet opprettelse av klienter',
  'idporten:scopes.read': 'Lese egne scopes',
  'idporten:scopes.write': 'Opprette og endre egne scopes og gi tilgang til dem',
};

/** The clients that the story needs, each with its owner's key. */
export type SeedClients = {
  readonly smartRegnskap: GuestClient;
  readonly smartCloud: GuestClient;
  readonly krav: GuestClient;
};

/**
 * Fills Maskinporten with the prefixes, scopes and accesses of the story, which are as old as the vendor's agreement, and
 * with its clients, which are new. One of the vendor's keys expires in 20 days.
 */
export async function seedMaskinporten(
  tx: Transaction,
  clients: SeedClients,
  { since, at }: { readonly since: Date; readonly at: Date },
): Promise<void> {
  for (const [prefix, ownerOrgNo] of Object.entries(PREFIXES)) {
    await storePrefix(tx, { prefix, ownerOrgNo, at: since });
  }
  for (const [name, description] of Object.entries(PLATFORM_SCOPES)) {
    await storeScope(tx, {
      name,
      description,
      ownerOrgNo: ORG.digdir,
      at: since,
      settings: { addsConsumerPrefix: isRegistry(name) },
    });
  }
  await storeScope(tx, {
    name: CLAIMS_SCOPE,
    description: 'Krav og betalinger for regnskapssystemer',
    ownerOrgNo: ORG.skatteetaten,
    at: since,
  });

  const vendor = [CLAIMS_SCOPE, ...VENDOR_SCOPES, ...CLIENT_SCOPES];
  const owner = [PDP_SCOPE, 'altinn:serviceowner', ...REGISTRY_SCOPES, ...SELF_SERVICE_SCOPES];
  const granted: readonly (readonly [string, readonly string[]])[] = [
    [ORG.smartCloud, [...vendor, ...SELF_SERVICE_SCOPES.slice(0, 3)]],
    [ORG.skatteetaten, owner],
    [ORG.digdir, Object.keys(PLATFORM_SCOPES)],
  ];
  for (const [consumerOrgNo, scopes] of granted) {
    for (const scope of scopes) await storeScopeAccess(tx, { scope, consumerOrgNo, at: since });
  }

  const soon = new Date(at.getTime() + SOON_DAYS * DAY_MS);
  await addClient(tx, clients.smartRegnskap, ORG.smartCloud, 'SmartRegnskap', vendor, at);
  await addClient(tx, clients.smartCloud, ORG.smartCloud, 'SmartCloud', vendor, at, soon);
  await addClient(tx, clients.krav, ORG.skatteetaten, 'Krav og betalinger', owner, at);
}

function isRegistry(scope: string): boolean {
  return scope.startsWith('altinn:resourceregistry/') || scope.startsWith('altinn:maskinporten/delegations');
}

async function addClient(
  tx: Transaction,
  client: GuestClient,
  orgNo: string,
  name: string,
  scopes: readonly string[],
  at: Date,
  expiresAt?: Date,
): Promise<void> {
  await storeClient(tx, { clientId: client.clientId, orgNo, name, scopes, at });
  const jwk = toPublicJwk(client.privateJwk);
  await storeClientKey(tx, { clientId: client.clientId, jwk, at, ...(expiresAt ? { expiresAt } : {}) });
}
