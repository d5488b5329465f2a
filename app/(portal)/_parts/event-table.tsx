import type { ReactNode } from 'react';
import { DataTable } from '#app/_ui/data-table.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import type { Activity } from '#lib/audit/list-activity.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { eventText } from './event-text.ts';

/**
 * What has happened, newest first: when, who did what, and to which thing, by its id unless `about` shows more; with
 * `concerned`, also whom it concerns.
 */
export async function EventTable<Row extends Activity>({
  caption,
  events,
  about = subjectId,
  concerned,
}: {
  readonly caption: string;
  readonly events: readonly Row[];
  readonly about?: (event: Row) => ReactNode;
  readonly concerned?: { readonly column: string; readonly cell: (event: Row) => ReactNode };
}) {
  const t = await translator('activity');
  const language = await pageLanguage();
  return (
    <DataTable
      caption={caption}
      columns={[t('when'), t('what'), t('about'), ...(concerned ? [concerned.column] : [])]}
      rows={events.map((event) => ({
        key: String(event.id),
        cells: [
          <span key="at" className="whitespace-nowrap">
            <Moment at={event.at} language={language} withTime />
          </span>,
          eventText(t, event),
          about(event),
          concerned?.cell(event),
        ],
      }))}
    />
  );
}

function subjectId(event: Activity): ReactNode {
  return <code className="text-sm break-all">{event.subjectId}</code>;
}
