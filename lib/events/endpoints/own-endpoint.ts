import type { Transaction } from '#db/open.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { assertChangingVendor, assertSomeVendor } from '../../register/assert-vendor.ts';
import { eventProblem } from '../problems.ts';
import type { Endpoint } from './model.ts';
import { selectEndpoint } from './store.ts';

/**
 * The vendor that the caller is, and may change something for.
 * @throws BareError 401, 403 · ProblemError 403 agreement-missing
 */
export async function assertChanging(context: Context): Promise<string> {
  const { orgNo } = await assertSomeVendor(context);
  await assertChangingVendor(context, orgNo);
  return orgNo;
}

/** One of the vendor's own addresses; another's is as good as none. @throws ProblemError 404 `webhook_not_found` */
export async function ownEndpoint(
  { db }: Pick<Context, 'db'>,
  vendorOrgNo: string,
  endpointId: string,
): Promise<Endpoint> {
  const endpoint = await selectEndpoint(db, vendorOrgNo, endpointId);
  if (!endpoint) throw eventProblem('webhook_not_found');
  return endpoint;
}

/** What somebody does to an address, as the audit trail words it. */
type EndpointDeed = 'created' | 'changed' | 'removed' | 'secret-rotated' | 'tested' | 'resent';

/** Writes the one audit row of a change to an address, without its secret or the query of its URL. */
export async function recordEndpoint(
  tx: Transaction,
  context: Context,
  change: {
    readonly did: EndpointDeed;
    readonly endpoint: Endpoint;
    readonly before?: Endpoint;
    readonly about?: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  const { did, endpoint, before, about } = change;
  await recordAudit(tx, context, {
    action: `webhook.${did}`,
    subjectType: 'webhook',
    subjectId: endpoint.id,
    onBehalfOf: endpoint.vendorOrgNo,
    vendorOrgNo: endpoint.vendorOrgNo,
    ...(before ? { before: describe(before) } : {}),
    after: { ...(did === 'removed' ? {} : describe(endpoint)), ...about },
  });
}

function describe({ url, eventTypes, systemIds, active }: Endpoint) {
  const { origin, pathname } = new URL(url);
  return { url: `${origin}${pathname}`, eventTypes, systemIds, active };
}
