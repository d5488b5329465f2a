import { and, asc, eq, gt, or, type SQL } from 'drizzle-orm';
import type { Context } from '../context/context.ts';
import { validationProblem } from '../kernel/errors.ts';
import { registryError } from './problems.ts';

/** The most that one page of a feed holds, and what it holds unless asked for less. */
export const FEED_LIMIT_MAX = 1000;

/** Where a page of a feed ends; the next one starts after it. */
export type FeedPosition = { readonly at: Date; readonly identifier: string; readonly subjectUrn: string };

/** A subject of a policy that came or went. */
export type UpdatedSubject = {
  readonly subjectUrn: string;
  readonly identifier: string;
  readonly updatedAt: Date;
  readonly isDeleted: boolean;
};

/**
 * Lists the subjects of policies in the order in which they last changed, gone ones included; open to everybody.
 * @returns one page, and where the next one starts when there is more
 * @throws ProblemError 400 RR.VLD-00008
 */
export async function readUpdatedSubjects(
  context: Context,
  page: { readonly after?: FeedPosition | undefined; readonly limit: number },
): Promise<{ readonly subjects: readonly UpdatedSubject[]; readonly next?: FeedPosition }> {
  if (!isLimit(page.limit)) throw validationProblem([registryError('RR.VLD-00008', '/$QUERY/limit')]);
  const { policySubjects } = context.db.tables;
  const { updatedAt, identifier, subjectUrn } = policySubjects;
  const rows = await context.db
    .select()
    .from(policySubjects)
    .where(
      page.after &&
        or(
          gt(updatedAt, page.after.at),
          and(
            eq(updatedAt, page.after.at),
            or(
              gt(identifier, page.after.identifier),
              and(eq(identifier, page.after.identifier), gt(subjectUrn, page.after.subjectUrn)),
            ),
          ),
        ),
    )
    .orderBy(asc(updatedAt), asc(identifier), asc(subjectUrn))
    .limit(page.limit + 1);
  const subjects = rows.slice(0, page.limit);
  const last = subjects.at(-1);
  if (rows.length <= page.limit || !last) return { subjects };
  return { subjects, next: { at: last.updatedAt, identifier: last.identifier, subjectUrn: last.subjectUrn } };
}

/**
 * Lists resources with a policy in the order in which the policy last changed, each once; open to everybody.
 * @returns one page, and where the next one starts when there is more
 * @throws ProblemError 400 RR.VLD-00011
 */
export async function readPolicyChanges(
  context: Context,
  page: { readonly after?: FeedPosition | undefined; readonly limit: number },
): Promise<{
  readonly changes: readonly { readonly identifier: string; readonly changedAt: Date }[];
  readonly next?: FeedPosition;
}> {
  if (!isLimit(page.limit)) throw validationProblem([registryError('RR.VLD-00011', '/$QUERY/limit')]);
  const { resourcePolicies, resources } = context.db.tables;
  const { updatedAt, identifier } = resourcePolicies;
  const later: SQL | undefined =
    page.after &&
    or(gt(updatedAt, page.after.at), and(eq(updatedAt, page.after.at), gt(identifier, page.after.identifier)));
  const rows = await context.db
    .select({ identifier, changedAt: updatedAt })
    .from(resourcePolicies)
    .innerJoin(resources, eq(resources.identifier, identifier))
    .where(and(eq(resources.isDeleted, false), later))
    .orderBy(asc(updatedAt), asc(identifier))
    .limit(page.limit + 1);
  const changes = rows.slice(0, page.limit);
  const last = changes.at(-1);
  if (rows.length <= page.limit || !last) return { changes };
  return { changes, next: { at: last.changedAt, identifier: last.identifier, subjectUrn: '' } };
}

function isLimit(limit: number): boolean {
  return Number.isInteger(limit) && limit >= 1 && limit <= FEED_LIMIT_MAX;
}
