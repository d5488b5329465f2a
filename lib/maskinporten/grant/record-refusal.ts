import { recordAudit } from '../../audit/record.ts';
import type { Context, OrganisationActor } from '../../context/context.ts';
import { OAuthError } from '../../kernel/errors.ts';
import type { Assertion } from '../assertion/assertion.ts';
import type { AuthenticatedClient } from '../assertion/authenticate-client.ts';

/** A client may fill the trail with so many refusals in a window; above that they are only logged. */
const RECORDED_MAX = 100;
const WINDOW_MS = 10_000;

const recorded = new Map<string, number>();
let windowStartedAt = 0;

/**
 * Runs the work, and when it refuses a client that has authenticated, writes `token.refused` with the reason.
 * Refusals of strangers never come here: a flood of them must not reach the database.
 */
export async function auditingRefusals<T>(
  context: Context,
  client: AuthenticatedClient,
  assertion: Assertion,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OAuthError && !isOurFault(error) && mayRecord(client.clientId)) {
      // The refusal stands whether or not its record could be written.
      await record(context, client, assertion, error).catch(() => {});
    }
    throw error;
  }
}

/** Whether an error is no judgement on the grant but a failure of the service. */
export function isOurFault(error: unknown): boolean {
  return !(error instanceof OAuthError) || error.status >= 500;
}

function record(context: Context, client: AuthenticatedClient, { claims }: Assertion, error: OAuthError) {
  const actor: OrganisationActor = {
    kind: 'organisation',
    orgNo: client.orgNo,
    clientId: client.clientId,
    scopes: new Set(),
    prefixes: [],
    exchanged: false,
  };
  return context.db.transaction((tx) =>
    recordAudit(
      tx,
      { ...context, actor },
      {
        action: 'token.refused',
        subjectType: 'client',
        subjectId: client.clientId,
        vendorOrgNo: client.orgNo,
        after: { code: error.code, error: error.error, reason: error.message, scope: claims.scope.slice(0, 500) },
      },
    ),
  );
}

function mayRecord(clientId: string): boolean {
  if (performance.now() - windowStartedAt > WINDOW_MS) {
    recorded.clear();
    windowStartedAt = performance.now();
  }
  const count = (recorded.get(clientId) ?? 0) + 1;
  recorded.set(clientId, count);
  return count <= RECORDED_MAX;
}
