import type { Activity } from '#lib/audit/list-activity.ts';
import { csvFile } from '#lib/http/csv.ts';
import { formatDateTime } from '#lib/i18n/format.ts';
import { BareError } from '#lib/kernel/errors.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { eventText } from './event-text.ts';

/** How far back a file goes. */
export const CSV_ROWS_MAX = 10_000;

/** Answers with rows as a file, or with the refusal of the verb that reads them. */
export async function csvAnswer(
  name: string,
  readRows: () => Promise<readonly (readonly string[])[]>,
): Promise<Response> {
  try {
    return csvFile(name, await readRows());
  } catch (error) {
    if (error instanceof BareError) return new Response(null, { status: error.status });
    throw error;
  }
}

/** The rows of a trail with their head, in the reader's language; organisations by name and number. */
export async function trailRows({
  items,
  names,
}: {
  readonly items: readonly Activity[];
  readonly names: ReadonlyMap<string, string>;
}): Promise<readonly (readonly string[])[]> {
  const t = await translator('activity');
  const language = await pageLanguage();
  const nameOf = (orgNo = '') => [names.get(orgNo) ?? '', orgNo];
  const organisation = (as: 'customer' | 'vendor' | 'owner' | 'behalf') => [t(`csv.${as}`), t(`csv.${as}OrgNo`)];
  const head = [
    ...[t('when'), t('csv.instant'), t('what'), t('csv.subjectType'), t('csv.id'), t('who')],
    ...organisation('customer'),
    ...organisation('vendor'),
    ...organisation('owner'),
    ...organisation('behalf'),
    t('csv.action'),
  ];
  const rows = items.map((event) => [
    ...[formatDateTime(language, event.at), event.at.toISOString(), eventText(t, event)],
    ...[event.subjectType, event.subjectId, event.actorName],
    ...[event.partyOrgNo, event.vendorOrgNo, event.ownerOrgNo, event.onBehalfOf].flatMap(nameOf),
    event.action,
  ]);
  return [head, ...rows];
}
