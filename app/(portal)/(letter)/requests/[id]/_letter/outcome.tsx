import type { ReactNode } from 'react';
import { Dated } from '#app/_ui/dated.tsx';
import { Alert } from '#app/_ui/ds.ts';
import type { OpenLetter } from '#lib/requests/letter/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

/** What became of the request, when and by whom; nothing while it simply waits. */
export async function Outcome({ letter }: { readonly letter: OpenLetter }) {
  const t = await translator('requests');
  const language = await pageLanguage();
  const { request, vendor, state, obstacle } = letter;
  const dated = (say: (...dates: string[]) => string, ...at: (Date | undefined)[]) => (
    <Dated at={at} language={language} say={say} withTime />
  );
  switch (state) {
    case 'waiting':
      return (
        <>
          {letter.isSuspended && <Alert data-color="info">{t('states.systemUserPaused')}</Alert>}
          <Forwards letter={letter} />
        </>
      );
    case 'blocked':
      return (
        <Told color="warning" title={t('states.blocked')}>
          {obstacle && <p>{t(`obstacles.${obstacle}`)}</p>}
        </Told>
      );
    case 'expired':
      return (
        <Told
          color="neutral"
          title={<Dated at={[letter.deadline]} language={language} say={(date) => t('states.expired', { date })} />}
        >
          <p>{t('states.expiredText', { vendor: vendor.name })}</p>
        </Told>
      );
    case 'approved':
      return (
        <Told color="success" title={dated((date) => t('states.approved', { date }), request.decidedAt)}>
          <p>{t('states.approvedBy', { name: request.decidedByName ?? '' })}</p>
        </Told>
      );
    case 'rejected':
      return (
        <Told color="neutral" title={dated((date) => t('states.rejected', { date }), request.decidedAt)}>
          <p>{t('states.rejectedBy', { name: request.decidedByName ?? '' })}</p>
          {request.rejectReason && <p>{t('states.reasonGiven', { reason: request.rejectReason })}</p>}
        </Told>
      );
    case 'withdrawn':
      return (
        <Told color="neutral" title={dated((date) => t('states.withdrawn', { date }), letter.endedAt)}>
          <p>{t('states.withdrawnText', { vendor: vendor.name })}</p>
        </Told>
      );
    case 'ended':
      return (
        <Told color="neutral" title={t('states.ended')}>
          <p>
            {dated((approved, ended) => t('states.endedText', { approved, ended }), request.decidedAt, letter.endedAt)}
          </p>
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
        const { fromName: from, toName: name } = forward;
        const say = (date: string) => (name ? t('forwarded', { date, from, name }) : t('forwardedAll', { date, from }));
        return (
          <p key={forward.fromUuid}>
            <Dated at={[forward.forwardedAt]} language={language} say={say} withTime />
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
  readonly title: ReactNode;
  readonly children: ReactNode;
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
