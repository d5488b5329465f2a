import { listOwnActivity } from '#lib/requests/overview/list-own-activity.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { activityRows } from '../../../_parts/activity-rows.ts';
import { CSV_ROWS_MAX, csvAnswer } from '../../../_parts/csv-answer.ts';
import { activityKind, KINDS } from '../read-filter.ts';

/** The organisation's activity as a file for spreadsheets, in the reader's language. */
export async function GET(request: Request): Promise<Response> {
  const { context, organisation } = await requireParty();
  const kind = activityKind(new URL(request.url).searchParams.get('kind'));
  const { orgNo } = organisation;
  const t = await translator('activity');
  return csvAnswer(`${t('csv.file')}-${orgNo}`, async () => {
    const { items, names } = await listOwnActivity(context, { orgNo, prefixes: KINDS[kind], limit: CSV_ROWS_MAX });
    const nameOf = (orgNo = '') => names.get(orgNo) ?? orgNo;
    return activityRows(items, [
      { head: t('csv.vendor'), cell: ({ vendorOrgNo }) => nameOf(vendorOrgNo) },
      { head: t('csv.client'), cell: ({ clientOrgNo }) => nameOf(clientOrgNo) },
    ]);
  });
}
