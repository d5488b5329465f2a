import type { ReactNode } from 'react';
import { DataTable } from '#app/_ui/data-table.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import type { Activity } from '#lib/audit/list-activity.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { eventText } from './event-text.ts';

/** What has happened, newest first: when, who did what, and to which thing, by its id unless `about` shows more. */
export async function EventTable<Row extends Activity>({
  caption,
  events,
  about = subjectId,
}: {
  readonly caption: string;
  readonly events: readonly Row[];
  readonly about?: (event: Row) => ReactNode;
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
          <span key="at" className="whitespace-nowrap">
            <Moment at={event.at} language={language} withTime />
          </span>,
          eventText(t, event),
          about(event),
        ],
      }))}
    />
  );
}

function subjectId(event: Activity): ReactNode {
  return <code className="text-sm break-all">{event.subjectId}</code>;
}
