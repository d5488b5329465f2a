import type { Context } from '../../context/context.ts';
import { type JobKey, openJob } from './open-job.ts';
import { stopLines } from './store.ts';

/**
 * Stops a job: lines whose turn has not come are never asked. What was sent stays. An agreement is not needed.
 * @throws BareError 401, 403 · ProblemError 404
 */
export async function stopRequestJob(context: Context, key: JobKey): Promise<void> {
  await stopLines(context.db, (await openJob(context, key)).id);
}
