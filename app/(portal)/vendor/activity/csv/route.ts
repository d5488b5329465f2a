import type { ActivityPlace } from '#lib/audit/list-activity.ts';
import { listVendorActivity, type VendorEvent } from '#lib/requests/overview/list-vendor-activity.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { CSV_PART_ROWS, csvAnswer } from '../../../_parts/csv-answer.ts';
import { activityColumns } from '../../../_parts/event-columns.ts';
import { activityKind, KINDS } from '../read-filter.ts';
import { withActorWords } from '../with-actors.ts';

/** The vendor's activity as a file for spreadsheets, in the reader's language. */
export async function GET(request: Request): Promise<Response> {
  const { context, organisation } = await requireParty();
  const kind = activityKind(new URL(request.url).searchParams.get('kind'));
  const { orgNo } = organisation;
  const t = await translator('vendor');
  const file = (await translator('activity'))('csv.file');
  const query = { orgNo, prefixes: KINDS[kind], limit: CSV_PART_ROWS };
  const columns = await activityColumns<VendorEvent>([
    { head: t('customers.customer'), cell: ({ customer = '' }) => customer },
  ]);
  return csvAnswer(`${file}-${orgNo}`, columns, async (before?: ActivityPlace) =>
    withActorWords(t, await listVendorActivity(context, { ...query, before })),
  );
}
