import { DataTable } from '#app/_ui/data-table.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import type { Activity } from '#lib/audit/list-activity.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { eventText } from './event-text.ts';

/** What has happened, newest first: when, who did what, and to which thing. */
export async function EventTable({
  caption,
  events,
}: {
  readonly caption: string;
  readonly events: readonly Activity[];
}) {
  const t = await translator('activity');
  const language = await pageLanguage();
  return (
    <DataTable
      caption={caption}
      columns={[t('when'), t('what'), t('about')]}
      rows={events.map((event) => ({
        key: String(event.id),
        cells: [
          <Moment key="at" at={event.at} language={language} withTime />,
          eventText(t, event),
          <code key="subject" className="break-all">
            {event.subjectId}
          </code>,
        ],
      }))}
    />
  );
}
