import { CardBox } from '#app/_ui/card-box.tsx';
import { CodeBlock } from '#app/_ui/code-block.tsx';
import { Dated } from '#app/_ui/dated.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { ClockReading } from '#lib/sandbox/read-clock.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { formTexts } from '../../_parts/form-texts.ts';
import { RefusableForm } from '../../_parts/refusable-form.tsx';
import { changeTime, giveTimeBack, setTime } from './actions.ts';

const STEPS = [
  { duration: 'PT1H', text: 'controls.hour' },
  { duration: 'P1D', text: 'controls.day' },
  { duration: 'P30D', text: 'controls.month' },
  { duration: 'P180D', text: 'controls.halfYear' },
] as const;

/** The clock, the ways to move it, and the same for a terminal. */
export async function ClockCard({ clock, curl }: { readonly clock: ClockReading; readonly curl: string }) {
  const t = await translator('sandbox');
  const language = await pageLanguage();
  const isMoved = clock.isFrozen || clock.offsetMs !== 0;
  return (
    <CardBox>
      <Heading level={2} data-size="sm">
        {t('controls.clock')}
      </Heading>
      <p className="max-w-[42rem]">
        <Dated
          at={[clock.now]}
          language={language}
          say={(time) => t(`controls.${stateOf(clock)}`, { time })}
          withTime
        />{' '}
        {t('controls.clockText')}
      </p>
      <form action={changeTime} className="flex flex-col gap-3">
        <p className="font-medium">{t('controls.later')}</p>
        <div className="flex flex-wrap gap-3">
          {STEPS.map(({ duration, text }) => (
            <SubmitButton key={duration} variant="secondary" name="advance" value={duration}>
              {t(text)}
            </SubmitButton>
          ))}
        </div>
      </form>
      <RefusableForm
        action={setTime}
        parts={[
          {
            kind: 'text',
            name: 'now',
            label: t('controls.time'),
            description: t('controls.timeHint'),
            value: clock.now.toISOString().replace(/\.\d+Z$/, 'Z'),
            maxLength: 40,
          },
        ]}
        texts={await formTexts(t('controls.set'))}
      />
      {clock.earliest && (
        <p className="max-w-[42rem] text-text-subtle">
          <Dated at={[clock.earliest]} language={language} say={(time) => t('controls.earliest', { time })} withTime />
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <form action={changeTime}>
          <SubmitButton variant="secondary" name="frozen" value={String(!clock.isFrozen)}>
            {clock.isFrozen ? t('controls.start') : t('controls.stop')}
          </SubmitButton>
        </form>
        {isMoved && (
          <form action={giveTimeBack}>
            <SubmitButton variant="secondary">{t('controls.release')}</SubmitButton>
          </form>
        )}
      </div>
      <CodeBlock label={t('controls.clockCode')} code={curl} />
    </CardBox>
  );
}

function stateOf({ isFrozen, offsetMs }: ClockReading): 'frozen' | 'moved' | 'real' {
  if (isFrozen) return 'frozen';
  return offsetMs === 0 ? 'real' : 'moved';
}
