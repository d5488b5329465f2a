import { and, asc, desc, eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { ClientChange } from './model.ts';

/** A job as it is stored: who asked for what, and for whom. */
export type ClientJob = {
  readonly id: string;
  readonly systemUserId: string;
  readonly partyUuid: string;
  readonly change: ClientChange;
  readonly personUuid: string;
  readonly authenticationLevel: number;
  readonly createdAt: Date;
};

/** One client of a job that waits for its turn. */
export type WaitingItem = { readonly job: ClientJob; readonly clientUuid: string };

/** Rows of one insert; both engines bound the number of values in a statement. */
const ROWS_PER_INSERT = 200;

/** Writes a job with all its clients waiting. */
export async function insertJob(tx: Db, job: ClientJob, clientUuids: readonly string[]): Promise<void> {
  const { clientJobs, clientJobItems } = tx.tables;
  await tx.insert(clientJobs).values(job);
  for (let at = 0; at < clientUuids.length; at += ROWS_PER_INSERT) {
    const rows = clientUuids.slice(at, at + ROWS_PER_INSERT);
    await tx
      .insert(clientJobItems)
      .values(rows.map((clientUuid) => ({ jobId: job.id, clientUuid, state: 'waiting' as const })));
  }
}

/** Lists some clients whose turn has not come, the oldest job first. */
export async function selectWaiting(db: Db, limit: number): Promise<readonly WaitingItem[]> {
  const { clientJobs, clientJobItems } = db.tables;
  const rows = await db
    .select({ job: clientJobs, clientUuid: clientJobItems.clientUuid })
    .from(clientJobItems)
    .innerJoin(clientJobs, eq(clientJobs.id, clientJobItems.jobId))
    .where(eq(clientJobItems.state, 'waiting'))
    .orderBy(asc(clientJobs.createdAt), asc(clientJobItems.clientUuid))
    .limit(limit);
  return rows;
}

/** Moves a waiting client on. @returns whether it still waited */
export async function settleItem(
  tx: Db,
  { job, clientUuid }: WaitingItem,
  outcome: { readonly state: 'done' | 'failed'; readonly code?: string },
): Promise<boolean> {
  const { clientJobItems } = tx.tables;
  const moved = await tx
    .update(clientJobItems)
    .set({ state: outcome.state, code: outcome.code ?? null })
    .where(
      and(
        eq(clientJobItems.jobId, job.id),
        eq(clientJobItems.clientUuid, clientUuid),
        eq(clientJobItems.state, 'waiting'),
      ),
    )
    .returning({ jobId: clientJobItems.jobId });
  return moved.length > 0;
}

/** Finds the newest job of a system user. */
export async function selectNewestJob(db: Db, systemUserId: string): Promise<ClientJob | undefined> {
  const { clientJobs } = db.tables;
  const [job] = await db
    .select()
    .from(clientJobs)
    .where(eq(clientJobs.systemUserId, systemUserId))
    .orderBy(desc(clientJobs.createdAt))
    .limit(1);
  return job;
}

/** Lists all clients of a job with what became of each. */
export async function selectItems(db: Db, jobId: string) {
  const { clientJobItems } = db.tables;
  return db
    .select()
    .from(clientJobItems)
    .where(eq(clientJobItems.jobId, jobId))
    .orderBy(asc(clientJobItems.clientUuid));
}
