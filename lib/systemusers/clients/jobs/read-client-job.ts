import type { Context } from '../../../context/context.ts';
import { HOUR_MS } from '../../../kernel/durations.ts';
import { findParty } from '../../../parties/find-party.ts';
import { type AgentKey, openAgent } from '../open-agent.ts';
import type { ClientJobProgress } from './model.ts';
import { selectItems, selectNewestJob } from './store.ts';

/** How long a job that has ended is still told of. */
const TOLD_OF_MS = HOUR_MS;

/**
 * Reads how far the newest job of an agent has come.
 * @returns `undefined` when there is none, or it ended and was started more than an hour ago
 * @throws BareError 401, 403 · ProblemError 400 on `return`, AUTH-00034
 */
export async function readClientJob(context: Context, key: AgentKey): Promise<ClientJobProgress | undefined> {
  await openAgent(context, key, 'client-administration.read');
  const job = await selectNewestJob(context.db, key.systemUserId);
  if (!job) return undefined;
  const items = await selectItems(context.db, job.id);
  const isRunning = items.some(({ state }) => state === 'waiting');
  if (!isRunning && context.now.getTime() - job.createdAt.getTime() > TOLD_OF_MS) return undefined;
  const refused = items.filter(({ state }) => state === 'failed');
  const failed = await Promise.all(
    refused.map(async ({ clientUuid, code }) => {
      const client = await findParty(context.db, { uuid: clientUuid });
      return { client: client?.kind === 'organisation' ? client : undefined, code: code ?? '' };
    }),
  );
  return {
    id: job.id,
    change: job.change,
    startedAt: job.createdAt,
    total: items.length,
    done: items.filter(({ state }) => state === 'done').length,
    failed,
    isRunning,
  };
}
