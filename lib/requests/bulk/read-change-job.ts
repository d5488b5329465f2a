import type { Context } from '../../context/context.ts';
import { HOUR_MS } from '../../kernel/durations.ts';
import { findOrganisationNames } from '../../parties/find-party.ts';
import { assertVendor } from '../assert-vendor.ts';
import { REQUEST_READ } from '../scopes.ts';
import type { ChangeJobProgress } from './model.ts';
import { selectItems, selectNewestJob } from './store.ts';

/** How long a job that has ended is still told of. */
const TOLD_OF_MS = HOUR_MS;

/**
 * Reads how far the newest job of a vendor has come.
 * @returns `undefined` when there is none, or it ended and was started more than an hour ago
 * @throws BareError 401, 403
 */
export async function readChangeJob(
  context: Context,
  input: { readonly vendorOrgNo: string },
): Promise<ChangeJobProgress | undefined> {
  const { db, now } = context;
  const job = await selectNewestJob(db, await assertVendor(context, REQUEST_READ, input.vendorOrgNo));
  if (!job) return undefined;
  const items = await selectItems(db, job.id);
  const isRunning = items.some(({ state }) => state === 'waiting');
  if (!isRunning && now.getTime() - job.createdAt.getTime() > TOLD_OF_MS) return undefined;
  const refused = items.filter(({ state }) => state === 'failed');
  const names = await findOrganisationNames(
    db,
    refused.map(({ partyOrgNo }) => partyOrgNo ?? ''),
  );
  const failed = refused.map(({ systemUserId, partyOrgNo, code }) => {
    const orgNo = partyOrgNo ?? '';
    return { systemUserId, name: names.get(orgNo) ?? orgNo, code: code ?? '' };
  });
  return {
    id: job.id,
    startedAt: job.createdAt,
    total: items.length,
    done: items.filter(({ state }) => state === 'done').length,
    failed,
    isRunning,
  };
}
