import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { insertInParts, type Outcome, settleWaiting } from '../../systemusers/jobs/items.ts';

/** A job as it is stored: who wants customers of which vendor asked. */
type ChangeJob = {
  readonly id: string;
  readonly vendorOrgNo: string;
  readonly personUuid: string;
  readonly authenticationLevel: number;
  readonly createdAt: Date;
};

/** One customer of a job that waits for its turn, with the id that the request will have. */
export type AskingItem = { readonly job: ChangeJob; readonly systemUserId: string; readonly requestId: string };

/** Writes a job with all its customers waiting. */
export async function insertChangeJob(tx: Db, job: ChangeJob, systemUserIds: readonly string[]): Promise<void> {
  const { changeJobs, changeJobItems } = tx.tables;
  await tx.insert(changeJobs).values(job);
  const rows = systemUserIds.map((systemUserId) => ({
    jobId: job.id,
    systemUserId,
    requestId: randomUUID(),
    state: 'waiting' as const,
  }));
  await insertInParts(rows, (part) => tx.insert(changeJobItems).values(part));
}

/** Lists some customers whose turn has not come, the oldest job first. */
export async function selectWaiting(db: Db, limit: number): Promise<readonly AskingItem[]> {
  const { changeJobs, changeJobItems } = db.tables;
  return db
    .select({ job: changeJobs, systemUserId: changeJobItems.systemUserId, requestId: changeJobItems.requestId })
    .from(changeJobItems)
    .innerJoin(changeJobs, eq(changeJobs.id, changeJobItems.jobId))
    .where(eq(changeJobItems.state, 'waiting'))
    .orderBy(asc(changeJobs.createdAt), asc(changeJobItems.systemUserId))
    .limit(limit);
}

/** Moves a waiting customer on. @returns whether it still waited */
export function settleItem(tx: Db, { job, systemUserId }: AskingItem, outcome: Outcome): Promise<boolean> {
  const { changeJobItems } = tx.tables;
  const isTheItem = and(eq(changeJobItems.jobId, job.id), eq(changeJobItems.systemUserId, systemUserId));
  return settleWaiting(tx, changeJobItems, isTheItem, outcome);
}

/** Finds the newest job of a vendor. */
export async function selectNewestJob(db: Db, vendorOrgNo: string): Promise<ChangeJob | undefined> {
  const { changeJobs } = db.tables;
  const [job] = await db
    .select()
    .from(changeJobs)
    .where(eq(changeJobs.vendorOrgNo, vendorOrgNo))
    .orderBy(desc(changeJobs.createdAt))
    .limit(1);
  return job;
}

/** Lists all customers of a job with what became of each. */
export async function selectItems(db: Db, jobId: string) {
  const { changeJobItems, systemUsers } = db.tables;
  return db
    .select({
      systemUserId: changeJobItems.systemUserId,
      state: changeJobItems.state,
      code: changeJobItems.code,
      partyOrgNo: systemUsers.partyOrgNo,
    })
    .from(changeJobItems)
    .leftJoin(systemUsers, eq(systemUsers.id, changeJobItems.systemUserId))
    .where(eq(changeJobItems.jobId, jobId))
    .orderBy(asc(changeJobItems.systemUserId));
}
