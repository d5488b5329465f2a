import type { Context } from '../../context/context.ts';
import { type JobKey, openJob } from './open-job.ts';
import { recordList } from './record-list.ts';
import { stopLines } from './store.ts';

/**
 * Stops a job: lines whose turn has not come are never asked. What was sent stays. An agreement is not needed.
 * @throws BareError 401, 403 · ProblemError 404
 */
export async function stopRequestJob(context: Context, key: JobKey): Promise<void> {
  const job = await openJob(context, key);
  await context.db.transaction(async (tx) => {
    const lines = await stopLines(tx, job.id);
    if (lines > 0) await recordList(tx, context, job, { did: 'stopped', lines });
  });
}
