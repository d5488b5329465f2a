import { makeClient } from '#db/seed/guest-keys.ts';
import { seedNamespace } from '#db/seed/namespace.ts';
import { now } from '../../context/clock.ts';
import type { Controls } from '../open-controls.ts';
import { namespaceExists, tooManyNamespaces } from '../problems.ts';
import { kidOf, NAMESPACES_MAX, type Namespace } from './model.ts';
import { findNamespace, insertNamespace, selectNamespaces } from './store.ts';

/** A new namespace, and the private key of its client, which is kept nowhere. */
export type CreatedNamespace = Namespace & { readonly privateJwk: Readonly<Record<string, unknown>> };

/**
 * Makes organisations, people, a client and a system that belong to one test worker, all or nothing. Workers that ask at
 * once get different ones.
 * @throws ProblemError SBX-00007 for a name that is taken, since its key cannot be given again · SBX-00009 beside so many
 * others
 */
export async function createNamespace({ db }: Controls, name: string): Promise<CreatedNamespace> {
  if (await findNamespace(db, name)) throw namespaceExists();
  const { privateJwk, clientId } = await makeClient(kidOf(name));
  const at = now();
  await db.transaction(async (tx) => {
    const { sandboxNamespaces } = tx.tables;
    // Those that come at once wait here for as long as it takes, not for two seconds at a number.
    await tx.holdTables([sandboxNamespaces]);
    if ((await tx.$count(sandboxNamespaces)) >= NAMESPACES_MAX) throw tooManyNamespaces(NAMESPACES_MAX);
    const { systemId, parties } = await seedNamespace(tx, { clientId, privateJwk }, { name, at });
    if (!(await insertNamespace(tx, { name, createdAt: at, clientId, systemId, parties }))) throw namespaceExists();
  });
  const made = (await selectNamespaces(db)).find((each) => each.clientId === clientId);
  if (!made) throw new Error('The namespace is gone as soon as it was made.');
  return { ...made, privateJwk };
}
