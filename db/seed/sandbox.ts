import { type Contents, noteStory, readStory, replacedTables, writeContents } from '#db/contents.ts';
import type { Db, Transaction } from '#db/open.ts';
import { env } from '#lib/config/env.ts';
import { now } from '#lib/context/clock.ts';
import { storeEndpoint } from '#lib/events/endpoints/store-endpoint.ts';
import { DAY_MS } from '#lib/kernel/durations.ts';
import { storeCatalogue } from '#lib/resources/access-packages/store-catalogue.ts';
import { castOf, vendorAt } from './cast.ts';
import { seedDelegation } from './delegation.ts';
import { type GuestClient, keptSecret, provideGuest } from './guest-keys.ts';
import { type SeedClients, seedMaskinporten } from './maskinporten.ts';
import { seedAgreements } from './onboarding.ts';
import { seedParties } from './parties.ts';
import { seedRequests } from './requests.ts';
import { seedResources } from './resources.ts';
import { ORG } from './story.ts';
import { SMARTREGNSKAP, seedSystems } from './systems.ts';

/** Named in `settings` once the whole story is in place. 1 had no delegated API. */
const SEED_VERSION = '2';
/** How long the vendor has been here: longer than its oldest request. */
const VENDOR_SINCE_MS = 450 * DAY_MS;

type Guests = SeedClients & { readonly smartPayroll: GuestClient; readonly webhookSecret: string };

/**
 * Fills an empty sandbox with the story, once, and adds to an older one what the story has got since: everything in one
 * transaction, or nothing. The guests' keys are made before it and kept in files of their own, so that they survive a new
 * database.
 */
export async function seedSandbox(db: Db): Promise<void> {
  const guests = await provideGuests();
  await db.transaction(async (tx) => {
    // Of two processes that start together the second waits here, and finds it told.
    await tx.holdTables([tx.tables.parties]);
    await tellStory(tx, guests, now());
  });
}

/**
 * Empties the sandbox and fills it with the story anew, in one transaction: others see all that was until they see all
 * that is. The guests keep their keys.
 * @param begin runs once everybody else is kept out, and says when the story is told
 */
export async function reseedSandbox(db: Db, begin: (tx: Transaction) => Promise<Date>): Promise<void> {
  await replaceAll(db, begin, (tx) => noteStory(tx, undefined));
}

/**
 * Empties the sandbox and fills it with contents that it had before, likewise; to those of an earlier story it adds what
 * has come since.
 */
export async function refillSandbox(
  db: Db,
  contents: Contents,
  begin: (tx: Transaction) => Promise<Date>,
): Promise<void> {
  await replaceAll(db, begin, (tx) => writeContents(tx, contents));
}

async function replaceAll(
  db: Db,
  begin: (tx: Transaction) => Promise<Date>,
  fill: (tx: Transaction) => Promise<void>,
): Promise<void> {
  const guests = await provideGuests();
  await db.transaction(async (tx) => {
    const emptied = replacedTables(tx).map((name) => tx.tables[name]);
    await tx.holdTables(emptied);
    const at = await begin(tx);
    for (const table of emptied) await tx.delete(table);
    await fill(tx);
    await tellStory(tx, guests, at);
  });
}

async function tellStory(tx: Transaction, guests: Guests, at: Date): Promise<void> {
  const { webhookSecret, ...clients } = guests;
  const told = await readStory(tx);
  if (told === SEED_VERSION) return;
  if (told === undefined) await seedStory(tx, clients, { at, webhookSecret });
  await seedDelegation(tx, castOf(vendorAt(tx, at)), { smartPayroll: clients.smartPayroll, at });
  await noteStory(tx, SEED_VERSION);
}

async function seedStory(
  tx: Transaction,
  clients: SeedClients,
  { at, webhookSecret }: { readonly at: Date; readonly webhookSecret: string },
): Promise<void> {
  await storeCatalogue(tx, at);
  await seedParties(tx, at);
  await seedResources(tx, at);
  const since = new Date(at.getTime() - VENDOR_SINCE_MS);
  await seedMaskinporten(tx, clients, { since, at });
  await seedAgreements(tx, since);
  await seedSystems(vendorAt(tx, since), clients, `${env().SMARTREGNSKAP_URL}/smartregnskap/tilbake`);
  await seedRequests(vendorAt(tx, at));
  await storeEndpoint(tx, {
    vendorOrgNo: ORG.smartCloud,
    url: `${env().SMARTREGNSKAP_URL}/smartregnskap/hendelser`,
    systemIds: [SMARTREGNSKAP],
    secret: webhookSecret,
    at: since,
  });
}

async function provideGuests(): Promise<Guests> {
  const { GUESTS_DIR, issuer, PORTAL_URL, KRAV_URL, SMARTREGNSKAP_URL } = env();
  const webhookSecret = keptSecret(GUESTS_DIR, 'smartregnskap', 'SMARTREGNSKAP_WEBHOOK_SECRET');
  const smartRegnskap = await provideGuest(GUESTS_DIR, 'smartregnskap', 'SMARTREGNSKAP', {
    SMARTREGNSKAP_ISSUER: issuer,
    SMARTREGNSKAP_PLATFORM_URL: PORTAL_URL,
    SMARTREGNSKAP_KRAV_URL: `${KRAV_URL}/kravogbetalinger/v1`,
    SMARTREGNSKAP_URL,
    SMARTREGNSKAP_SYSTEM_ID: SMARTREGNSKAP,
    SMARTREGNSKAP_WEBHOOK_SECRET: webhookSecret,
  });
  const smartCloud = await provideGuest(GUESTS_DIR, 'smartcloud', 'SMARTCLOUD', { SMARTCLOUD_ISSUER: issuer });
  const smartPayroll = await provideGuest(GUESTS_DIR, 'smartpayroll', 'SMARTPAYROLL', { SMARTPAYROLL_ISSUER: issuer });
  const krav = await provideGuest(GUESTS_DIR, 'krav', 'KRAV', {
    KRAV_ISSUER: issuer,
    KRAV_PDP_URL: PORTAL_URL,
    KRAV_CLOCK_URL: `${issuer}.well-known/oauth-authorization-server`,
    KRAV_URL,
  });
  return { smartRegnskap, smartCloud, smartPayroll, krav, webhookSecret };
}
