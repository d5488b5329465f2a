import { Dated } from '#app/_ui/dated.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { Timeline, type TimelineItem } from '#app/_ui/timeline.tsx';
import type { TimelineEntry } from '#lib/requests/overview/list-vendor-requests.ts';
import type { RequestSummary } from '#lib/requests/overview/summarize.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

/** What has happened to a request, and what it waits for. */
export async function StatusTimeline({
  timeline,
  state,
  deadline,
}: {
  readonly timeline: readonly TimelineEntry[];
  readonly state: RequestSummary['state'];
  readonly deadline: Date;
}) {
  const t = await translator('vendor');
  const common = await translator('common');
  const language = await pageLanguage();
  const past = timeline.map(
    ({ what, at }, index): TimelineItem => ({
      id: `${index}-${what}`,
      title: t(`requests.timeline.${what}`),
      at: <Moment at={at} language={language} withTime />,
      state: 'done',
      stateLabel: common('timeline.done'),
    }),
  );
  const now: TimelineItem = {
    id: 'waiting',
    title: t('requests.timeline.waiting'),
    at: <Dated at={[deadline]} language={language} say={(date) => t('requests.timeline.until', { date })} />,
    state: 'current',
    stateLabel: common('timeline.current'),
  };
  return <Timeline items={state === 'waiting' ? [...past, now] : past} />;
}
