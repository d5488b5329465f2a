import type { ActivityPlace } from '#lib/audit/list-activity.ts';
import { listAudit } from '#lib/onboarding/list-audit.ts';
import { translator } from '#lib/session/translator.ts';
import { CSV_PART_ROWS, csvAnswer } from '../../../_parts/csv-answer.ts';
import { trailColumns, withNames } from '../../../_parts/event-columns.ts';
import { readTrailFilter, toTrailQuery } from '../../../_parts/trail-query.ts';
import { requireOperator } from '../../_parts/require-operator.ts';
import { KINDS } from '../kinds.ts';

/** What the page shows as a file for spreadsheets, with the same filter. */
export async function GET(request: Request): Promise<Response> {
  const { context } = await requireOperator();
  const t = await translator('activity');
  const filter = readTrailFilter(Object.fromEntries(new URL(request.url).searchParams), KINDS);
  const query = { ...toTrailQuery(filter, KINDS), limit: CSV_PART_ROWS };
  return csvAnswer(t('csv.trail'), await trailColumns(), async (before?: ActivityPlace) =>
    withNames(await listAudit(context, { ...query, before })),
  );
}
