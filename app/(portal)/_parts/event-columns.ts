import type { Activity, ActivityPlace } from '#lib/audit/list-activity.ts';
import { formatDateTime } from '#lib/i18n/format.ts';
import type { DescribedEvent } from '#lib/requests/overview/describe-events.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import type { Column } from './csv-answer.ts';
import { eventText } from './event-text.ts';

/** An event, with the names of the organisations in it, by number. */
export type Named<Event> = Event & { readonly names: ReadonlyMap<string, string> };

/** A page of events, each with the names that came with the page. */
export function withNames<Event>({
  items,
  names,
  next,
}: {
  readonly items: readonly Event[];
  readonly names: Named<Event>['names'];
  readonly next: ActivityPlace | undefined;
}) {
  return { items: items.map((event) => ({ ...event, names })), next };
}

/** The columns of a file of events, in the reader's language: what and whom each is about stands around who did it. */
async function eventColumns<Event extends Activity>(
  about: readonly Column<Event>[],
  concerned: readonly Column<Event>[],
): Promise<readonly Column<Event>[]> {
  const t = await translator('activity');
  const language = await pageLanguage();
  return [
    { head: t('when'), cell: ({ at }) => formatDateTime(language, at) },
    { head: t('csv.instant'), cell: ({ at }) => at.toISOString() },
    { head: t('what'), cell: (event) => eventText(t, event) },
    ...about,
    { head: t('who'), cell: ({ actorName }) => actorName },
    ...concerned,
    { head: t('csv.action'), cell: ({ action }) => action },
    { head: t('csv.subjectType'), cell: ({ subjectType }) => subjectType },
    { head: t('csv.id'), cell: ({ subjectId }) => subjectId },
  ];
}

/** The columns of events about requests and system users, which are named by system and reference. */
export async function activityColumns<Event extends DescribedEvent>(
  concerned: readonly Column<Event>[],
): Promise<readonly Column<Event>[]> {
  const t = await translator('activity');
  const language = await pageLanguage();
  return eventColumns<Event>(
    [
      { head: t('about'), cell: ({ subject }) => subject?.systemName[language] ?? '' },
      { head: t('csv.reference'), cell: ({ subject }) => subject?.externalRef ?? '' },
    ],
    concerned,
  );
}

/** The columns of a trail: each organisation of an event by name and number. */
export async function trailColumns(): Promise<readonly Column<Named<Activity>>[]> {
  const t = await translator('activity');
  const organisations = [
    ['customer', 'partyOrgNo'],
    ['vendor', 'vendorOrgNo'],
    ['owner', 'ownerOrgNo'],
    ['behalf', 'onBehalfOf'],
  ] as const;
  return eventColumns<Named<Activity>>(
    [],
    organisations.flatMap(([as, side]) => [
      { head: t(`csv.${as}`), cell: ({ names, [side]: orgNo = '' }) => names.get(orgNo) ?? '' },
      { head: t(`csv.${as}OrgNo`), cell: ({ [side]: orgNo = '' }) => orgNo },
    ]),
  );
}
