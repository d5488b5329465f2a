import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context/context.ts';
import { bindingProblem, statusProblem } from '../kernel/errors.ts';

/** How many subjects one question may name. */
const SUBJECTS_MAX = 500;

/**
 * Lists the subject attributes that a resource's policy mentions, as URNs; open to everybody.
 * @throws ProblemError 404 when there are none
 */
export async function readSubjects(context: Context, identifier: string): Promise<readonly string[]> {
  const { policySubjects } = context.db.tables;
  const rows = await context.db
    .select({ urn: policySubjects.subjectUrn })
    .from(policySubjects)
    .where(and(eq(policySubjects.identifier, identifier), eq(policySubjects.isDeleted, false)))
    .orderBy(asc(policySubjects.subjectUrn));
  if (rows.length === 0) throw statusProblem(404);
  return rows.map((row) => row.urn);
}

/**
 * Finds the resources whose policies mention the subjects; subjects that no policy mentions are left out. Open to
 * everybody.
 * @param subjectUrns in whatever case
 * @throws ProblemError 400 for too many subjects
 */
export async function readResourcesBySubjects(
  context: Context,
  subjectUrns: readonly string[],
): Promise<readonly { readonly subjectUrn: string; readonly identifiers: readonly string[] }[]> {
  if (subjectUrns.length > SUBJECTS_MAX) throw bindingProblem({ $: [`At most ${SUBJECTS_MAX} subjects.`] });
  const wanted = [...new Set(subjectUrns.map((urn) => urn.toLowerCase()))];
  if (wanted.length === 0) return [];
  const { policySubjects } = context.db.tables;
  const rows = await context.db
    .select({ urn: policySubjects.subjectUrn, identifier: policySubjects.identifier })
    .from(policySubjects)
    .where(and(inArray(policySubjects.subjectUrn, wanted), eq(policySubjects.isDeleted, false)))
    .orderBy(asc(policySubjects.identifier));
  return wanted
    .map((subjectUrn) => ({
      subjectUrn,
      identifiers: rows.filter((row) => row.urn === subjectUrn).map((row) => row.identifier),
    }))
    .filter((found) => found.identifiers.length > 0);
}
