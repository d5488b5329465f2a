import { ButtonLink } from '#app/_ui/button-link.tsx';
import { Heading, Tag } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { translator } from '#lib/session/translator.ts';
import { type Progress, STEPS, type Step } from './read-progress.ts';

type State = 'done' | 'now' | 'locked';
const COLORS = { done: 'success', now: 'info', locked: 'neutral' } as const;

/** The six steps to the first token: what is done, the one to do now, and why the rest waits. */
export async function Checklist({ progress }: { readonly progress: Progress }) {
  const t = await translator('vendor');
  const first = STEPS.findIndex((step) => !progress.done[step]);
  const stateOf = (step: Step, index: number): State =>
    progress.done[step] ? 'done' : index === first ? 'now' : 'locked';
  return (
    <section className="flex flex-col gap-3">
      <Heading level={2} data-size="xs">
        {t('overview.checklist')}
      </Heading>
      <ol className="flex flex-col divide-y divide-border-subtle rounded-lg border border-border-subtle bg-background-default">
        {STEPS.map((step, index) => (
          <Item key={step} step={step} no={index + 1} state={stateOf(step, index)} progress={progress} />
        ))}
      </ol>
    </section>
  );
}

async function Item({
  step,
  no,
  state,
  progress,
}: {
  readonly step: Step;
  readonly no: number;
  readonly state: State;
  readonly progress: Progress;
}) {
  const t = await translator('vendor');
  const isApplied = step === 'agreement' && progress.agreement?.status === 'applied';
  const before = STEPS[no - 2];
  const href = hrefOf(step, progress, state);
  return (
    <li aria-current={state === 'now' ? 'step' : undefined} className="flex gap-4 p-4 sm:p-5">
      <span aria-hidden="true" className="tnum w-5 shrink-0 text-right font-medium text-text-subtle">
        {no}
      </span>
      <div className="flex min-w-0 flex-1 flex-col items-start gap-2">
        <div className="flex w-full flex-wrap items-center justify-between gap-2">
          <Heading level={3} data-size="2xs">
            {state === 'done' ? (
              <TextLink href={href}>{t(`overview.steps.${step}.title`)}</TextLink>
            ) : (
              t(`overview.steps.${step}.title`)
            )}
          </Heading>
          <Tag data-color={COLORS[state]}>{t(`overview.${state}`)}</Tag>
        </div>
        {state === 'now' && (
          <>
            <p className="max-w-[42rem]">
              {isApplied ? t('overview.steps.agreement.waiting') : t(`overview.steps.${step}.text`)}
            </p>
            <ButtonLink href={href}>{t(`overview.go.${step}`)}</ButtonLink>
            {step === 'request' && <TextLink href="/system-users/new">{t('overview.ownUse')}</TextLink>}
          </>
        )}
        {state === 'locked' && before && (
          <p className="text-text-subtle">
            {t('overview.lockedBecause', { step: t(`overview.steps.${before}.title`) })}
          </p>
        )}
      </div>
    </li>
  );
}

/** Where a step is done; once it is, where its things are listed. */
function hrefOf(step: Step, { clientId }: Progress, state: State): string {
  const client = clientId === undefined ? '/vendor/clients/new' : `/vendor/clients/${encodeURIComponent(clientId)}`;
  switch (step) {
    case 'agreement':
      return '/vendor/agreement';
    case 'client':
      return state === 'done' ? '/vendor/clients' : client;
    case 'scopes':
      return state === 'done' ? '/vendor/clients' : client;
    case 'system':
      return state === 'done' ? '/vendor/systems' : '/vendor/systems/new';
    case 'request':
      return state === 'done' ? '/vendor/requests' : '/vendor/requests/new';
    case 'token':
      return '/vendor/token';
  }
}
