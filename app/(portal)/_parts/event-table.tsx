import { DataTable } from '#app/_ui/data-table.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import type { Activity } from '#lib/audit/list-activity.ts';
import { dictionary, type Translate } from '#lib/i18n/translate.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

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
  const known = dictionary(language, 'activity').actions;
  return (
    <DataTable
      caption={caption}
      columns={[t('when'), t('what'), t('about')]}
      rows={events.map((event) => ({
        key: String(event.id),
        cells: [
          <Moment key="at" at={event.at} language={language} withTime />,
          sentence(t, known, event),
          <code key="subject" className="break-all">
            {event.subjectId}
          </code>,
        ],
      }))}
    />
  );
}

function sentence(t: Translate<'activity'>, known: Readonly<Record<string, string>>, event: Activity): string {
  const actor = event.actorName === '' ? t('somebody') : event.actorName;
  const key = event.action.replace('.', '_');
  if (!Object.hasOwn(known, key) || key === 'other') return t('actions.other', { actor, action: event.action });
  return t(`actions.${key as 'scope_created'}`, { actor });
}
