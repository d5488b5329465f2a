import type { ReactNode } from 'react';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { Timeline } from '#app/_ui/timeline.tsx';
import type { TracedCall } from '#lib/sandbox/journal/read-call.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { eventText } from '../../../../_parts/event-text.ts';

type Happening = { readonly id: string; readonly at: Date; readonly title: string; readonly detail: ReactNode };

/** Everything that carries the trace id of a call, in the order in which it happened. */
export async function LedTo({ traced }: { readonly traced: TracedCall }) {
  const t = await translator('journal');
  const language = await pageLanguage();
  const happenings = (await happeningsOf(traced)).sort((a, b) => a.at.getTime() - b.at.getTime());
  return (
    <CardBox>
      <Heading level={2} data-size="xs">
        {t('detail.led')}
      </Heading>
      {happenings.length === 0 ? (
        <p>{t('detail.nothing')}</p>
      ) : (
        <Timeline
          items={happenings.map(({ at, ...happening }) => ({
            ...happening,
            at: <Moment at={at} language={language} withSeconds />,
            state: 'done' as const,
            stateLabel: t('detail.done'),
          }))}
        />
      )}
    </CardBox>
  );
}

async function happeningsOf({ audit, mail, events }: TracedCall): Promise<Happening[]> {
  const t = await translator('journal');
  const words = await translator('activity');
  return [
    ...audit.map((event) => ({
      id: `audit-${event.id}`,
      at: event.at,
      title: eventText(words, event),
      detail: <code className="break-all">{event.subjectId}</code>,
    })),
    ...mail.map((message) => ({
      id: `mail-${message.id}`,
      at: message.createdAt,
      title: t('detail.mail'),
      detail: (
        <>
          <p lang={message.language}>{message.subject}</p>
          <p>{message.toAddress}</p>
        </>
      ),
    })),
    ...events.map(({ id, at, type, addresses, delivered }) => ({
      id,
      at,
      title: t('detail.event', { type }),
      detail: t('detail.deliveries', { addresses, delivered }),
    })),
  ];
}
