import type { Transaction } from '#db/open.ts';
import { DAY_MS } from '#lib/kernel/durations.ts';
import { storeClientKey } from '#lib/maskinporten/client-keys/find-client-keys.ts';
import { CLIENT_KEY_LIFETIME_DAYS } from '#lib/maskinporten/client-keys/model.ts';
import { storeClient } from '#lib/maskinporten/clients/find-client.ts';
import { storePrefix } from '#lib/maskinporten/prefixes/find-prefix.ts';
import { storeScope } from '#lib/maskinporten/scopes/find-scope.ts';
import { storeScopeAccess } from '#lib/maskinporten/scopes/store-scope-access.ts';
import { type GuestClient, toPublicJwk } from './guest-keys.ts';
import { PLATFORM_SCOPES } from './platform-scopes.ts';
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
/** What a client of a vendor carries. */
const VENDOR_CLIENT_SCOPES = [CLAIMS_SCOPE, ...VENDOR_SCOPES, ...CLIENT_SCOPES];
/** What a vendor has access to: that, and looking after its own clients. */
const VENDOR_ACCESS = [...VENDOR_CLIENT_SCOPES, ...SELF_SERVICE_SCOPES.slice(0, 3)];

/** The clients that the story needs, each with its owner's key. */
export type SeedClients = {
  readonly smartRegnskap: GuestClient;
  readonly smartCloud: GuestClient;
  readonly krav: GuestClient;
};

/**
 * Fills Maskinporten with the prefixes, scopes, accesses and clients of the story, which are as old as the vendor's
 * agreement. Keys live for a year, so theirs are newer: one of the vendor's expires in 20 days, the others were made now.
 */
export async function seedMaskinporten(
  tx: Transaction,
  clients: SeedClients,
  { since, at }: { readonly since: Date; readonly at: Date },
): Promise<void> {
  for (const [prefix, ownerOrgNo] of Object.entries(PREFIXES)) {
    await storePrefix(tx, { prefix, ownerOrgNo, at: since });
  }
  for (const [name, { nb, nn, en }] of Object.entries(PLATFORM_SCOPES)) {
    await storeScope(tx, {
      name,
      description: nb,
      details: { descriptions: { nn, en } },
      ownerOrgNo: ORG.digdir,
      at: since,
      settings: { addsConsumerPrefix: isRegistry(name) },
    });
  }
  await storeScope(tx, {
    name: CLAIMS_SCOPE,
    description: 'Krav og betalinger for regnskapssystemer',
    details: {
      descriptions: {
        nn: 'Krav og betalingar for rekneskapssystem',
        en: 'Claims and payments for accounting systems',
      },
    },
    ownerOrgNo: ORG.skatteetaten,
    at: since,
  });

  const owner = [PDP_SCOPE, 'altinn:serviceowner', ...REGISTRY_SCOPES, ...SELF_SERVICE_SCOPES];
  await giveAccess(tx, ORG.smartCloud, VENDOR_ACCESS, since);
  await giveAccess(tx, ORG.skatteetaten, owner, since);
  await giveAccess(tx, ORG.digdir, Object.keys(PLATFORM_SCOPES), since);

  const lastYear = new Date(at.getTime() - (CLIENT_KEY_LIFETIME_DAYS - SOON_DAYS) * DAY_MS);
  const smart = { orgNo: ORG.smartCloud, scopes: VENDOR_CLIENT_SCOPES, since };
  await addClient(tx, clients.smartRegnskap, { ...smart, name: 'SmartRegnskap', keySince: at });
  await addClient(tx, clients.smartCloud, { ...smart, name: 'SmartCloud', keySince: lastYear });
  const krav = { orgNo: ORG.skatteetaten, scopes: owner, since };
  await addClient(tx, clients.krav, { ...krav, name: 'Krav og betalinger', keySince: at });
}

/** Lets one more vendor do in Maskinporten what SmartCloud AS does, with a client of its own. */
export async function seedVendor(
  tx: Transaction,
  client: GuestClient,
  { orgNo, name, at }: { readonly orgNo: string; readonly name: string; readonly at: Date },
): Promise<void> {
  await giveAccess(tx, orgNo, VENDOR_ACCESS, at);
  await addClient(tx, client, { orgNo, name, scopes: VENDOR_CLIENT_SCOPES, since: at, keySince: at });
}

async function giveAccess(tx: Transaction, consumerOrgNo: string, scopes: readonly string[], at: Date): Promise<void> {
  for (const scope of scopes) await storeScopeAccess(tx, { scope, consumerOrgNo, at });
}

function isRegistry(scope: string): boolean {
  return scope.startsWith('altinn:resourceregistry/') || scope.startsWith('altinn:maskinporten/delegations');
}

async function addClient(
  tx: Transaction,
  { clientId, privateJwk }: GuestClient,
  details: {
    readonly orgNo: string;
    readonly name: string;
    readonly scopes: readonly string[];
    readonly since: Date;
    readonly keySince: Date;
  },
): Promise<void> {
  const { orgNo, name, scopes, since, keySince } = details;
  await storeClient(tx, { clientId, orgNo, name, scopes, at: since });
  await storeClientKey(tx, { clientId, jwk: toPublicJwk(privateJwk), at: keySince });
}
