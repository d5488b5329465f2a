import type { ActivityPlace } from '#lib/audit/list-activity.ts';
import type { DescribedEvent } from '#lib/requests/overview/describe-events.ts';
import { listOwnActivity } from '#lib/requests/overview/list-own-activity.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { CSV_PART_ROWS, csvAnswer } from '../../../_parts/csv-answer.ts';
import { activityColumns, type Named, withNames } from '../../../_parts/event-columns.ts';
import { activityKind, KINDS } from '../read-filter.ts';

/** The organisation's activity as a file for spreadsheets, in the reader's language. */
export async function GET(request: Request): Promise<Response> {
  const { context, organisation } = await requireParty();
  const kind = activityKind(new URL(request.url).searchParams.get('kind'));
  const { orgNo } = organisation;
  const t = await translator('activity');
  const nameOf = (names: ReadonlyMap<string, string>, orgNo = '') => names.get(orgNo) ?? orgNo;
  const columns = await activityColumns<Named<DescribedEvent>>([
    { head: t('csv.vendor'), cell: ({ names, vendorOrgNo }) => nameOf(names, vendorOrgNo) },
    { head: t('csv.client'), cell: ({ names, clientOrgNo }) => nameOf(names, clientOrgNo) },
  ]);
  const query = { orgNo, prefixes: KINDS[kind], limit: CSV_PART_ROWS };
  return csvAnswer(`${t('csv.file')}-${orgNo}`, columns, async (before?: ActivityPlace) =>
    withNames(await listOwnActivity(context, { ...query, before })),
  );
}
