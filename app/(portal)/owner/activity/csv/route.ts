import type { ActivityPlace } from '#lib/audit/list-activity.ts';
import { readOwnerActivity } from '#lib/parties/read-owner-activity.ts';
import { translator } from '#lib/session/translator.ts';
import { CSV_PART_ROWS, csvAnswer } from '../../../_parts/csv-answer.ts';
import { trailColumns, withNames } from '../../../_parts/event-columns.ts';
import { readTrailFilter, toTrailQuery } from '../../../_parts/trail-query.ts';
import { requireOwner } from '../../_parts/require-owner.ts';
import { KINDS } from '../kinds.ts';

/** What the page shows as a file for spreadsheets, with the same filter. */
export async function GET(request: Request): Promise<Response> {
  const { context, organisation } = await requireOwner();
  const t = await translator('activity');
  const { orgNo } = organisation;
  const filter = readTrailFilter(Object.fromEntries(new URL(request.url).searchParams), KINDS);
  const query = { ...toTrailQuery(filter, KINDS), orgNo, limit: CSV_PART_ROWS };
  return csvAnswer(`${t('csv.file')}-${orgNo}`, await trailColumns(), async (before?: ActivityPlace) =>
    withNames(await readOwnerActivity(context, { ...query, before })),
  );
}
