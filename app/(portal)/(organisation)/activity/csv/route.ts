import { formatDateTime } from '#lib/i18n/format.ts';
import { listOwnActivity } from '#lib/requests/overview/list-own-activity.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { CSV_ROWS_MAX, csvAnswer } from '../../../_parts/csv-answer.ts';
import { eventText } from '../../../_parts/event-text.ts';
import { activityKind, KINDS } from '../read-filter.ts';

/** The organisation's activity as a file for spreadsheets, in the reader's language. */
export async function GET(request: Request): Promise<Response> {
  const { context, organisation } = await requireParty();
  const kind = activityKind(new URL(request.url).searchParams.get('kind'));
  const { orgNo } = organisation;
  const t = await translator('activity');
  return csvAnswer(`${t('csv.file')}-${orgNo}`, async () => {
    const { items, names } = await listOwnActivity(context, { orgNo, prefixes: KINDS[kind], limit: CSV_ROWS_MAX });
    const language = await pageLanguage();
    const head = [
      t('when'),
      t('csv.instant'),
      t('what'),
      t('about'),
      t('csv.reference'),
      t('who'),
      t('csv.vendor'),
      t('csv.client'),
      t('csv.action'),
      t('csv.subjectType'),
      t('csv.id'),
    ];
    const nameOf = (orgNo = '') => names.get(orgNo) ?? orgNo;
    const rows = items.map((event) => [
      formatDateTime(language, event.at),
      event.at.toISOString(),
      eventText(t, event),
      event.subject?.systemName[language] ?? '',
      event.subject?.externalRef ?? '',
      event.actorName,
      nameOf(event.vendorOrgNo),
      nameOf(event.clientOrgNo),
      event.action,
      event.subjectType,
      event.subjectId,
    ]);
    return [head, ...rows];
  });
}
