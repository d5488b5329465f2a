import { type Status, StatusTag } from '#app/_ui/status-tag.tsx';
import type { RequestSummary } from '#lib/requests/overview/summarize.ts';
import { translator } from '#lib/session/translator.ts';

const LOOKS: Readonly<Record<RequestSummary['state'], Status>> = {
  waiting: 'waiting',
  expired: 'expired',
  approved: 'approved',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  ended: 'withdrawn',
};

/** Where a request stands; one that waits and was sent on, or that nobody can approve, says that. */
export async function RequestState({
  summary,
}: {
  readonly summary: Pick<RequestSummary, 'state' | 'obstacle' | 'forwards'>;
}) {
  const t = await translator('vendor');
  const { state, obstacle, forwards } = summary;
  if (obstacle) return <StatusTag status="blocked" label={t('requests.states.blocked')} />;
  if (state === 'waiting' && forwards.length > 0) {
    return <StatusTag status="forwarded" label={t('requests.states.forwarded')} />;
  }
  return <StatusTag status={LOOKS[state]} label={t(`requests.states.${state}`)} />;
}
