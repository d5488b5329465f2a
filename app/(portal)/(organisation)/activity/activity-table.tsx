import { DataTable } from '#app/_ui/data-table.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { OwnActivity } from '#lib/requests/overview/list-own-activity.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { eventText } from '../../_parts/event-text.ts';

const PAGES = { request: '/requests', 'change-request': '/requests', 'system-user': '/system-users' } as const;

/** Events in rows: when, who did what, and which system it was about. */
export async function ActivityTable({
  events,
  caption,
}: {
  readonly events: readonly OwnActivity[];
  readonly caption: string;
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
          <Subject key="subject" event={event} />,
        ],
      }))}
    />
  );
}

async function Subject({ event: { subject, partyOrgNo } }: { readonly event: OwnActivity }) {
  const t = await translator('activity');
  const language = await pageLanguage();
  if (!subject) return null;
  return (
    <>
      <TextLink href={`${PAGES[subject.kind]}/${subject.id}`}>
        {subject.systemName[language]}
        <span className="sr-only">
          , {t(`subjects.${subject.kind}`)}, {t('reference', { reference: subject.externalRef })}
        </span>
      </TextLink>
      {subject.externalRef !== partyOrgNo && (
        <p className="text-sm text-text-subtle" aria-hidden="true">
          <bdi>{subject.externalRef}</bdi>
        </p>
      )}
    </>
  );
}
