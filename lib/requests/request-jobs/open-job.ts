import type { Context } from '../../context/context.ts';
import { statusProblem } from '../../kernel/errors.ts';
import { assertVendor } from '../assert-vendor.ts';
import { REQUEST_READ } from '../scopes.ts';
import { type StoredJob, selectJob } from './store.ts';

/** A vendor's job. */
export type JobKey = { readonly vendorOrgNo: string; readonly id: string };

/** Opens a job for the people of its vendor. @throws BareError 401, 403 · ProblemError 404 unknown, or another vendor's */
export async function openJob(context: Context, { vendorOrgNo, id }: JobKey): Promise<StoredJob> {
  const orgNo = await assertVendor(context, REQUEST_READ, vendorOrgNo);
  const job = await selectJob(context.db, id);
  if (job?.vendorOrgNo !== orgNo) throw statusProblem(404);
  return job;
}
