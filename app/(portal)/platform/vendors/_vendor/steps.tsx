import { Moment } from '#app/_ui/moment.tsx';
import { Timeline, type TimelineItem } from '#app/_ui/timeline.tsx';
import type { Agreement, Evidence } from '#lib/onboarding/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { EVIDENCE } from './words.ts';

/** How far a vendor has come towards production. */
export async function Steps({ agreement }: { readonly agreement: Agreement }) {
  const t = await translator('platform');
  const stepOf = await itemMaker();
  return (
    <Timeline
      items={[
        stepOf('applied', t('vendor.step.applied'), agreement.appliedAt),
        stepOf('test', t('vendor.step.test'), agreement.testSince),
        stepOf(
          'signed',
          agreement.signedByName
            ? t('vendor.step.signedBy', { name: agreement.signedByName })
            : t('vendor.step.signed'),
          agreement.signedAt,
        ),
        stepOf('production', t('vendor.step.production'), agreement.productionSince),
      ]}
    />
  );
}

/** What a vendor has shown in test. */
export async function Shown({ evidence }: { readonly evidence: Evidence }) {
  const t = await translator('platform');
  const stepOf = await itemMaker();
  return <Timeline items={EVIDENCE.map((name) => stepOf(name, t(`vendor.shown.${name}`), evidence[name]))} />;
}

async function itemMaker() {
  const common = await translator('common');
  const language = await pageLanguage();
  return (id: string, title: string, at: Date | undefined): TimelineItem => ({
    id,
    title,
    state: at ? 'done' : 'ahead',
    stateLabel: at ? common('timeline.done') : common('timeline.ahead'),
    ...(at ? { at: <Moment at={at} language={language} /> } : {}),
  });
}
