import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { Timeline } from '#app/_ui/timeline.tsx';
import type { Evidence } from '#lib/onboarding/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

const STEPS = ['clientCreated', 'systemRegistered', 'requestApproved', 'tokenFetched'] as const;

/** What the vendor has shown in test, read from the things themselves. */
export async function EvidenceList({ evidence }: { readonly evidence: Evidence }) {
  const t = await translator('vendor');
  const common = await translator('common');
  const language = await pageLanguage();
  return (
    <CardBox>
      <Heading level={2} data-size="xs">
        {t('agreement.evidence.title')}
      </Heading>
      <p className="max-w-[42rem] text-text-subtle">{t('agreement.evidence.text')}</p>
      <Timeline
        items={STEPS.map((step) => {
          const at = evidence[step];
          return {
            id: step,
            title: t(`agreement.evidence.${step}`),
            at: at ? <Moment at={at} language={language} /> : t('agreement.evidence.missing'),
            state: at ? ('done' as const) : ('ahead' as const),
            stateLabel: common(at ? 'timeline.done' : 'timeline.ahead'),
          };
        })}
      />
    </CardBox>
  );
}
