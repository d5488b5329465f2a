import type { Context } from '#lib/context/context.ts';
import { type ClientScope, listClientScopes } from '#lib/maskinporten/clients/list-client-scopes.ts';
import type { Client } from '#lib/maskinporten/clients/model.ts';
import { listOpenScopes } from '#lib/maskinporten/scopes/list-open-scopes.ts';
import { listReceivedAccess } from '#lib/maskinporten/scopes/list-received-access.ts';
import { type ScopeAccess, scopeDescription } from '#lib/maskinporten/scopes/model.ts';
import { pageLanguage } from '#lib/session/translator.ts';

/** Scopes that a client of the vendor may take, and those that the vendor itself has no access to. */
export type ScopeChoices = {
  readonly usable: readonly {
    readonly name: string;
    readonly description: string | undefined;
    readonly state: ClientScope['state'];
  }[];
  readonly locked: readonly {
    readonly name: string;
    readonly description: string;
    readonly access: Pick<ScopeAccess, 'state' | 'updatedAt'> | undefined;
  }[];
};

/**
 * Sorts every scope the vendor can see into usable and locked, described in the reader's language where its owner has
 * done so; what a known client holds is usable to it.
 */
export async function readScopeChoices(context: Context, client?: Client): Promise<ScopeChoices> {
  const received = await listReceivedAccess(context, { inactive: true });
  const catalogue = await listOpenScopes(context, { inactive: false, integrationType: 'maskinporten' });
  const held = client ? await listClientScopes(context, { clientId: client.clientId }) : [];
  const language = await pageLanguage();
  const descriptions = new Map(catalogue.map((scope) => [scope.name, scopeDescription(scope.details, language)]));
  const states = new Map<string, ClientScope['state']>();
  for (const { name, delegationSource } of catalogue) if (delegationSource !== undefined) states.set(name, 'delegable');
  for (const scope of catalogue) if (scope.accessibleForAll) states.set(scope.name, 'open');
  for (const access of received) if (access.state === 'APPROVED') states.set(access.scope, 'granted');
  for (const { scope, state } of held) states.set(scope, state);
  return {
    usable: [...states]
      .map(([name, state]) => ({ name, description: descriptions.get(name), state }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    locked: catalogue
      // What a customer can delegate, the owner can still open for the vendor itself.
      .filter(({ name }) => !states.has(name) || states.get(name) === 'delegable')
      .map((scope) => ({
        name: scope.name,
        description: scopeDescription(scope.details, language),
        access: received.find((access) => access.scope === scope.name),
      })),
  };
}
