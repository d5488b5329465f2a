import type { Db } from '#db/open.ts';
import type { Context } from '../../context/context.ts';
import { type PageOf, toPage } from '../../kernel/pages.ts';
import { findOrganisationNames, findPartyNames } from '../../parties/find-party.ts';
import { assertVendor } from '../assert-vendor.ts';
import { REQUEST_READ } from '../scopes.ts';
import { type JobLine, LINES_MAX, type LineState, type RequestJob } from './model.ts';
import { type JobKey, openJob } from './open-job.ts';
import { countLines, type StoredJob, selectJobs, selectLines } from './store.ts';

const JOBS_SHOWN = 10;

/**
 * Reads how far a job has come, with a page of its lines, of all or of those in some states.
 * @throws BareError 401, 403 · ProblemError 404
 */
export async function readRequestJob(
  context: Context,
  key: JobKey & { readonly states?: readonly LineState[] | undefined; readonly after?: string | undefined },
): Promise<{ readonly job: RequestJob; readonly page: PageOf<JobLine> }> {
  const { db } = context;
  const { states } = key;
  const stored = await openJob(context, key);
  const [job] = await describe(db, [stored]);
  if (!job) throw new Error('The job was read and is not there.');
  const lines = await selectLines(db, job.id, { states, after: Number.parseInt(key.after ?? '0', 10) || 0 });
  const total = states ? states.reduce((sum, state) => sum + job.counts[state], 0) : job.total;
  return { job, page: toPage(await withNames(db, lines), total, ({ lineNo }) => String(lineNo)) };
}

/** Reads every line of a job. @throws BareError 401, 403 · ProblemError 404 */
export async function readJobLines(
  context: Context,
  key: JobKey,
): Promise<{ readonly kind: RequestJob['kind']; readonly lines: readonly JobLine[] }> {
  const { id, kind } = await openJob(context, key);
  return { kind, lines: await withNames(context.db, await selectLines(context.db, id, { limit: LINES_MAX })) };
}

/** Lists the ten newest jobs of a vendor. @throws BareError 401, 403 */
export async function listRequestJobs(
  context: Context,
  input: { readonly vendorOrgNo: string },
): Promise<readonly RequestJob[]> {
  const vendorOrgNo = await assertVendor(context, REQUEST_READ, input.vendorOrgNo);
  return describe(context.db, await selectJobs(context.db, vendorOrgNo, JOBS_SHOWN));
}

async function describe(db: Db, jobs: readonly StoredJob[]): Promise<readonly RequestJob[]> {
  const counted = await countLines(
    db,
    jobs.map(({ id }) => id),
  );
  const people = await findPartyNames(
    db,
    jobs.map(({ personUuid }) => personUuid),
  );
  return jobs.map(({ id, systemId, kind, createdAt, personUuid }) => {
    const own = counted.filter(({ jobId }) => jobId === id);
    const countOf = (state: LineState) => own.find((each) => each.state === state)?.count ?? 0;
    return {
      id,
      systemId,
      kind,
      startedAt: createdAt,
      startedBy: people.get(personUuid),
      counts: {
        waiting: countOf('waiting'),
        done: countOf('done'),
        known: countOf('known'),
        failed: countOf('failed'),
        stopped: countOf('stopped'),
      },
      total: own.reduce((sum, { count }) => sum + count, 0),
    };
  });
}

async function withNames(db: Db, rows: Awaited<ReturnType<typeof selectLines>>): Promise<readonly JobLine[]> {
  const names = await findOrganisationNames(
    db,
    rows.map(({ orgNo }) => orgNo),
  );
  return rows.map(({ lineNo, orgNo, externalRef, integrationTitle, state, code, requestId }) => ({
    lineNo,
    orgNo,
    name: names.get(orgNo),
    reference: externalRef ?? (names.has(orgNo) ? orgNo : undefined),
    integrationTitle: integrationTitle ?? undefined,
    state,
    code: code ?? undefined,
    requestId: requestId ?? undefined,
  }));
}
