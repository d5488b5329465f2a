import type { Db } from '#db/open.ts';
import { rememberPerEra } from '../../context/world.ts';
import { noteTokens } from '../../systemusers/note-tokens.ts';
import type { AuthenticatedClient } from '../assertion/authenticate-client.ts';
import { stampClients } from './scope-store.ts';

/** Stamps of last use are written together, so late at most. */
const DELAY_MS = 2000;

type Uses = {
  readonly clients: Map<string, Set<string>>;
  readonly systemUsers: Set<string>;
  at: Date;
};

const pendingIn = rememberPerEra<Db, { uses?: Uses | undefined }>(() => ({}));

/** Notes that a client, its key and its system user have just got a token; written within two seconds. */
export function noteUse(db: Db, client: AuthenticatedClient, systemUserId: string | undefined, now: Date): void {
  const pending = pendingIn(db);
  if (!pending.uses) {
    pending.uses = { clients: new Map(), systemUsers: new Set(), at: now };
    // A lost stamp is a small loss; a process that cannot end is not.
    setTimeout(() => flushUse(db).catch(() => {}), DELAY_MS).unref();
  }
  const { uses } = pending;
  uses.at = now;
  const kids = uses.clients.get(client.clientId) ?? new Set();
  if (client.kid !== undefined) kids.add(client.kid);
  uses.clients.set(client.clientId, kids);
  if (systemUserId !== undefined) uses.systemUsers.add(systemUserId);
}

/** Writes the stamps that wait, in one transaction. */
export async function flushUse(db: Db): Promise<void> {
  const pending = pendingIn(db);
  const { uses } = pending;
  if (!uses) return;
  pending.uses = undefined;
  await db.transaction(async (tx) => {
    await stampClients(tx, uses.clients, uses.at);
    if (uses.systemUsers.size > 0) await noteTokens(tx, [...uses.systemUsers], uses.at);
  });
}
