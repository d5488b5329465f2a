import { and, asc, count, desc, eq, gt, inArray, type SQL } from 'drizzle-orm';
import { amongTexts } from '#db/conditions.ts';
import type { Db } from '#db/open.ts';
import { ROWS_PER_PAGE } from '../../kernel/pages.ts';
import { insertInParts, type Outcome, settleWaiting } from '../../systemusers/jobs/items.ts';
import type { SystemUserRequest } from '../model.ts';
import type { LineState } from './model.ts';

type Row = Db['tables']['requestJobLines']['$inferSelect'];
/** A job as it is stored: who asks for what, for which system. */
export type StoredJob = Db['tables']['requestJobs']['$inferSelect'];
/** One line of a job that waits for its turn. */
export type WaitingLine = { readonly job: StoredJob; readonly line: Row };

/** Writes a job with its lines, unless there is one under its id. @returns whether there was none */
export async function insertJob(tx: Db, job: StoredJob, lines: readonly Omit<Row, 'jobId'>[]): Promise<boolean> {
  const { requestJobs, requestJobLines } = tx.tables;
  const inserted = await tx.insert(requestJobs).values(job).onConflictDoNothing().returning({ id: requestJobs.id });
  if (inserted.length === 0) return false;
  const rows = lines.map((line) => ({ ...line, jobId: job.id }));
  await insertInParts(rows, (part) => tx.insert(requestJobLines).values(part));
  return true;
}

/** Lists some lines whose turn has not come, the oldest job first, each in the order of its list. */
export async function selectWaiting(db: Db, limit: number): Promise<readonly WaitingLine[]> {
  const { requestJobs, requestJobLines } = db.tables;
  return db
    .select({ job: requestJobs, line: requestJobLines })
    .from(requestJobLines)
    .innerJoin(requestJobs, eq(requestJobs.id, requestJobLines.jobId))
    .where(eq(requestJobLines.state, 'waiting'))
    .orderBy(asc(requestJobs.createdAt), asc(requestJobs.id), asc(requestJobLines.lineNo))
    .limit(limit);
}

/** Moves a waiting line on. @returns whether it still waited */
export function settleLine(tx: Db, item: WaitingLine, outcome: Outcome): Promise<boolean> {
  return settleWaiting(tx, tx.tables.requestJobLines, isLine(tx, item), outcome);
}

/** Writes at a line which request it led to, in the transaction that settles it. */
export async function noteRequest(
  tx: Db,
  item: WaitingLine,
  request: { readonly state: 'done' | 'known'; readonly requestId: string; readonly code: string | null },
): Promise<void> {
  await tx.update(tx.tables.requestJobLines).set(request).where(isLine(tx, item));
}

/** Lets no line that waits have its turn. @returns how many waited */
export async function stopLines(db: Db, jobId: string): Promise<number> {
  const { requestJobLines } = db.tables;
  const stopped = await db
    .update(requestJobLines)
    .set({ state: 'stopped' })
    .where(and(eq(requestJobLines.jobId, jobId), eq(requestJobLines.state, 'waiting')))
    .returning({ lineNo: requestJobLines.lineNo });
  return stopped.length;
}

/** Finds a job by id. */
export async function selectJob(db: Db, id: string): Promise<StoredJob | undefined> {
  const { requestJobs } = db.tables;
  const [job] = await db.select().from(requestJobs).where(eq(requestJobs.id, id));
  return job;
}

/** Lists the newest jobs of a vendor. */
export async function selectJobs(db: Db, vendorOrgNo: string, limit: number): Promise<readonly StoredJob[]> {
  const { requestJobs } = db.tables;
  return db
    .select()
    .from(requestJobs)
    .where(eq(requestJobs.vendorOrgNo, vendorOrgNo))
    .orderBy(desc(requestJobs.createdAt), desc(requestJobs.id))
    .limit(limit);
}

/** Counts the lines of some jobs in each state. */
export async function countLines(db: Db, jobIds: readonly string[]) {
  if (jobIds.length === 0) return [];
  const { requestJobLines: lines } = db.tables;
  return db
    .select({ jobId: lines.jobId, state: lines.state, count: count() })
    .from(lines)
    .where(inArray(lines.jobId, [...jobIds]))
    .groupBy(lines.jobId, lines.state);
}

/** Lists lines of a job in the order of its list, one more than a page holds unless told how many. */
export async function selectLines(
  db: Db,
  jobId: string,
  { states, after = 0, limit = ROWS_PER_PAGE + 1 }: LinesWanted,
): Promise<readonly Row[]> {
  const { requestJobLines: lines } = db.tables;
  return db
    .select()
    .from(lines)
    .where(and(eq(lines.jobId, jobId), gt(lines.lineNo, after), states && inArray(lines.state, [...states])))
    .orderBy(asc(lines.lineNo))
    .limit(limit);
}

/** Which lines of a job: in some states, after a line, so many. */
type LinesWanted = {
  readonly states?: readonly LineState[] | undefined;
  readonly after?: number;
  readonly limit?: number;
};

/** Finds which of these triples have a live system user, and which a live request; by the key of the triple. */
export async function selectLive(
  db: Db,
  liveKeys: readonly string[],
): Promise<{ readonly systemUsers: ReadonlySet<string>; readonly requests: ReadonlyMap<string, LiveRequest> }> {
  const { systemUsers, systemUserRequests } = db.tables;
  const users = await db
    .select({ key: systemUsers.liveKey })
    .from(systemUsers)
    .where(inArray(systemUsers.liveKey, amongTexts(db, liveKeys)));
  const { id, kind, status, createdAt, liveKey } = systemUserRequests;
  const requests = await db
    .select({ id, kind, status, createdAt, key: liveKey })
    .from(systemUserRequests)
    .where(inArray(liveKey, amongTexts(db, liveKeys)));
  return {
    systemUsers: new Set(users.flatMap(({ key }) => key ?? [])),
    requests: new Map(requests.map(({ key, ...request }) => [key ?? '', request])),
  };
}

/** What the check needs to know of a request. */
type LiveRequest = Pick<SystemUserRequest, 'id' | 'kind' | 'status' | 'createdAt'>;

function isLine(db: Db, { job, line }: WaitingLine): SQL | undefined {
  const { requestJobLines } = db.tables;
  return and(eq(requestJobLines.jobId, job.id), eq(requestJobLines.lineNo, line.lineNo));
}
