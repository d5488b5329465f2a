import { DataTable } from '#app/_ui/data-table.tsx';
import { Dated } from '#app/_ui/dated.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { StatusTag } from '#app/_ui/status-tag.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { LoggedDelivery, Outcome } from '#lib/events/deliveries/model.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../../_parts/acting-for.tsx';
import { typeText } from '../_parts/type-text.ts';
import { resend } from '../actions.ts';

const STATUSES = { delivered: 'approved', waiting: 'waiting', failed: 'rejected' } as const;
const FAILURES = {
  status: 'status',
  redirect: 'redirect',
  timeout: 'timeout',
  'unknown-name': 'unknownName',
  'closed-network': 'closedNetwork',
  unreachable: 'unreachable',
  certificate: 'certificate',
  interrupted: 'interrupted',
} as const;

/** What was sent to an address or waits for it, and what came of it. */
export async function DeliveryLog({
  endpointId,
  orgUuid,
  deliveries,
}: {
  readonly endpointId: string;
  readonly orgUuid: string;
  readonly deliveries: readonly LoggedDelivery[];
}) {
  const t = await translator('webhooks');
  const language = await pageLanguage();
  if (deliveries.length === 0) return <EmptyState text={t('noLog')} />;
  return (
    <DataTable
      caption={t('log')}
      columns={[t('when'), t('what'), t('result')]}
      rows={deliveries.map((delivery) => ({
        key: String(delivery.number),
        cells: [
          <Moment key="at" at={delivery.event.at} language={language} withTime />,
          <div key="what">
            {typeText(t, delivery.event.type)}
            <div>
              <code className="text-sm break-all text-text-subtle">{delivery.event.subject}</code>
            </div>
          </div>,
          <div key="result" className="flex flex-wrap items-start justify-between gap-3">
            <Result delivery={delivery} />
            <form action={resend}>
              <ActingFor orgUuid={orgUuid} />
              <input type="hidden" name="endpointId" value={endpointId} />
              <input type="hidden" name="number" value={delivery.number} />
              <SubmitButton variant="secondary">
                {t('again')} <span className="sr-only">{`${typeText(t, delivery.event.type)} ${delivery.number}`}</span>
              </SubmitButton>
            </form>
          </div>,
        ],
      }))}
    />
  );
}

async function Result({ delivery: { state, attempts, nextAttemptAt } }: { readonly delivery: LoggedDelivery }) {
  const t = await translator('webhooks');
  const language = await pageLanguage();
  const last = attempts.at(-1);
  return (
    <div className="flex flex-col items-start gap-1">
      <StatusTag status={STATUSES[state]} label={t(`deliveries.${state}`)} />
      {last && (
        <span className="text-sm text-text-subtle">
          {t('attempts', { count: attempts.length })} · {last.durationMs} ms
        </span>
      )}
      {last?.failure && <span className="text-sm">{failureText(t, last)}</span>}
      {last && nextAttemptAt && (
        <span className="text-sm">
          <Dated at={[nextAttemptAt]} language={language} withTime say={(date) => t('next', { date: date ?? '' })} />
        </span>
      )}
    </div>
  );
}

function failureText(t: Translate<'webhooks'>, { failure, statusCode }: Outcome): string {
  return failure ? t(`failures.${FAILURES[failure]}`, { status: String(statusCode ?? '') }) : '';
}
