import { asc, gt, max } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { assertScope } from '../context/assert.ts';
import type { Context } from '../context/context.ts';
import { statusProblem } from '../kernel/errors.ts';
import { findSystemUser } from './find-system-user.ts';
import type { SystemUser } from './model.ts';
import { toSystemUser } from './store.ts';

/** What a service inside the platform carries. */
export const STREAM_SCOPE = 'altinn:authentication/systemuser.admin';
const STREAM_PAGE_SIZE = 100;

/** A page of the stream; start and end are the highest number there is when the page is empty. */
export type StreamPage = {
  readonly users: readonly SystemUser[];
  readonly pageStart: number;
  readonly pageEnd: number;
  readonly sequenceMax: number;
};

/**
 * Reads system users that were created, changed or ended after a sequence number, ended ones included. A changed one
 * has a new number and so comes again at the end; numbers become visible in their order, so that none is missed.
 * @throws BareError 401, 403
 */
export async function streamSystemUsers(context: Context, after: number): Promise<StreamPage> {
  assertScope(context, STREAM_SCOPE);
  const { db } = context;
  const { systemUsers } = db.tables;
  const rows = await db
    .select()
    .from(systemUsers)
    .where(gt(systemUsers.sequenceNo, after))
    .orderBy(asc(systemUsers.sequenceNo))
    .limit(STREAM_PAGE_SIZE);
  const sequenceMax = await lastChangeOf(db);
  return {
    users: rows.map(toSystemUser),
    pageStart: rows[0]?.sequenceNo ?? sequenceMax,
    pageEnd: rows.at(-1)?.sequenceNo ?? sequenceMax,
    sequenceMax,
  };
}

/** The number of the newest change of any system user; 0 before the first. */
export async function lastChangeOf(db: Db): Promise<number> {
  const { sequenceNo } = db.tables.systemUsers;
  const [highest] = await db.select({ value: max(sequenceNo) }).from(db.tables.systemUsers);
  return Number(highest?.value ?? 0);
}

/** Reads one live system user for a service inside the platform. @throws BareError 401, 403 · ProblemError 410 */
export async function readStreamed(context: Context, id: string): Promise<SystemUser> {
  assertScope(context, STREAM_SCOPE);
  const user = await findSystemUser(context.db, id);
  if (!user || user.isDeleted) throw statusProblem(410);
  return user;
}
