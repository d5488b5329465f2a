import { Alert } from '#app/_ui/ds.ts';
import { formatDate, formatDateTime } from '#lib/i18n/format.ts';
import type { OpenLetter } from '#lib/requests/letter/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

/** What became of the request, when and by whom; nothing while it simply waits. */
export async function Outcome({ letter }: { readonly letter: OpenLetter }) {
  const t = await translator('requests');
  const language = await pageLanguage();
  const { request, vendor, state, obstacle } = letter;
  const decided = request.decidedAt ? formatDateTime(language, request.decidedAt) : '';
  const ended = letter.endedAt ? formatDateTime(language, letter.endedAt) : '';
  switch (state) {
    case 'waiting':
      return <Forwards letter={letter} />;
    case 'blocked':
      return (
        <Told color="warning" title={t('states.blocked')}>
          {obstacle && <p>{t(`obstacles.${obstacle}`)}</p>}
        </Told>
      );
    case 'expired':
      return (
        <Told color="neutral" title={t('states.expired', { date: formatDate(language, letter.deadline) })}>
          <p>{t('states.expiredText', { vendor: vendor.name })}</p>
        </Told>
      );
    case 'approved':
      return (
        <Told color="success" title={t('states.approved', { date: decided })}>
          <p>{t('states.approvedBy', { name: request.decidedByName ?? '' })}</p>
        </Told>
      );
    case 'rejected':
      return (
        <Told color="neutral" title={t('states.rejected', { date: decided })}>
          <p>{t('states.rejectedBy', { name: request.decidedByName ?? '' })}</p>
          {request.rejectReason && <p>{t('states.reasonGiven', { reason: request.rejectReason })}</p>}
        </Told>
      );
    case 'withdrawn':
      return (
        <Told color="neutral" title={t('states.withdrawn', { date: ended })}>
          <p>{t('states.withdrawnText', { vendor: vendor.name })}</p>
        </Told>
      );
    case 'ended':
      return (
        <Told color="neutral" title={t('states.ended')}>
          <p>{t('states.endedText', { approved: decided, ended })}</p>
        </Told>
      );
  }
}

async function Forwards({ letter }: { readonly letter: OpenLetter }) {
  const t = await translator('requests');
  const language = await pageLanguage();
  if (letter.forwards.length === 0) return null;
  return (
    <Alert data-color="info">
      {letter.forwards.map((forward) => {
        const facts = { date: formatDateTime(language, forward.forwardedAt), from: forward.fromName };
        return (
          <p key={forward.fromUuid}>
            {forward.toName ? t('forwarded', { ...facts, name: forward.toName }) : t('forwardedAll', facts)}
          </p>
        );
      })}
    </Alert>
  );
}

function Told({
  color,
  title,
  children,
}: {
  readonly color: 'success' | 'warning' | 'neutral';
  readonly title: string;
  readonly children: React.ReactNode;
}) {
  if (color === 'neutral') {
    return (
      <div className="flex flex-col gap-1 rounded-lg border border-border-default bg-surface-default p-5">
        <p className="font-medium">{title}</p>
        {children}
      </div>
    );
  }
  return (
    <Alert data-color={color}>
      <p className="font-medium">{title}</p>
      {children}
    </Alert>
  );
}
