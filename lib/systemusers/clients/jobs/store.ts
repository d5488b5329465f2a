import { and, asc, desc, eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { insertInParts, type Outcome, settleWaiting } from '../../jobs/items.ts';
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

/** Writes a job with all its clients waiting. */
export async function insertJob(tx: Db, job: ClientJob, clientUuids: readonly string[]): Promise<void> {
  const { clientJobs, clientJobItems } = tx.tables;
  await tx.insert(clientJobs).values(job);
  const rows = clientUuids.map((clientUuid) => ({ jobId: job.id, clientUuid, state: 'waiting' as const }));
  await insertInParts(rows, (part) => tx.insert(clientJobItems).values(part));
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
export function settleItem(tx: Db, { job, clientUuid }: WaitingItem, outcome: Outcome): Promise<boolean> {
  const { clientJobItems } = tx.tables;
  const isTheItem = and(eq(clientJobItems.jobId, job.id), eq(clientJobItems.clientUuid, clientUuid));
  return settleWaiting(tx, clientJobItems, isTheItem, outcome);
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
