import { formatDateTime } from '#lib/i18n/format.ts';
import type { DescribedEvent } from '#lib/requests/overview/describe-events.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { eventText } from './event-text.ts';

/** A column that tells whom an event concerns. */
type Concerned<Event> = { readonly head: string; readonly cell: (event: Event) => string };

/** Events as the rows of a file, under their heads, in the reader's language. */
export async function activityRows<Event extends DescribedEvent>(
  events: readonly Event[],
  concerned: readonly Concerned<Event>[],
): Promise<readonly (readonly string[])[]> {
  const t = await translator('activity');
  const language = await pageLanguage();
  const head = [
    t('when'),
    t('csv.instant'),
    t('what'),
    t('about'),
    t('csv.reference'),
    t('who'),
    ...concerned.map((column) => column.head),
    t('csv.action'),
    t('csv.subjectType'),
    t('csv.id'),
  ];
  const rows = events.map((event) => [
    formatDateTime(language, event.at),
    event.at.toISOString(),
    eventText(t, event),
    event.subject?.systemName[language] ?? '',
    event.subject?.externalRef ?? '',
    event.actorName,
    ...concerned.map((column) => column.cell(event)),
    event.action,
    event.subjectType,
    event.subjectId,
  ]);
  return [head, ...rows];
}
