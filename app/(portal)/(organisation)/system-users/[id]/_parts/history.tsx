import { Moment } from '#app/_ui/moment.tsx';
import { Timeline } from '#app/_ui/timeline.tsx';
import { readOwnHistory } from '#lib/requests/overview/read-own-history.ts';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { requirePerson } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { eventText } from '../../../../_parts/event-text.ts';

/** Everything that has happened to the system user, the request it came from and its changes. */
export async function History({ view }: { readonly view: OwnSystemUserView }) {
  const t = await translator('activity');
  const common = await translator('common');
  const language = await pageLanguage();
  const { context } = await requirePerson();
  const events = await readOwnHistory(context, view.user.id);
  if (events.length === 0) return <p>{t('empty')}</p>;
  return (
    <div className="max-w-[45rem]">
      <Timeline
        items={events.map((event) => ({
          id: String(event.id),
          title: eventText(t, event),
          detail: event.client && <bdi>{event.client}</bdi>,
          at: <Moment at={event.at} language={language} withTime />,
          state: 'done' as const,
          stateLabel: common('timeline.done'),
        }))}
      />
    </div>
  );
}
