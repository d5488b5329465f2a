import { now } from '../../context/clock.ts';
import { deactivateClient } from '../../maskinporten/clients/deactivate-client.ts';
import { findClient } from '../../maskinporten/clients/find-client.ts';
import type { Controls } from '../open-controls.ts';
import { namespaceNotFound } from '../problems.ts';
import { removeNamespace } from './store.ts';

/**
 * Ends a namespace: its client gets no more tokens, and its name is free. What was done in it stays, as the audit trail
 * tells of it; a reset takes that away too.
 * @throws ProblemError SBX-00008
 */
export async function deleteNamespace({ db }: Controls, name: string): Promise<void> {
  await db.transaction(async (tx) => {
    const removed = await removeNamespace(tx, name);
    if (!removed) throw namespaceNotFound();
    const client = await findClient(tx, removed.clientId);
    if (!client) return;
    const scopes = new Set(['idporten:dcr.write']);
    const actor = { kind: 'organisation', orgNo: client.orgNo, scopes, prefixes: [], exchanged: false } as const;
    await deactivateClient({ db: tx, now: now(), actor }, { clientId: client.clientId });
  });
}
