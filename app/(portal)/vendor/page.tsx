import type { Metadata } from 'next';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../_parts/ask.ts';
import { PageHeading } from '../_parts/page-heading.tsx';
import { Attention } from './_parts/attention.tsx';
import { Checklist } from './_parts/checklist.tsx';
import { readProgress, STEPS } from './_parts/read-progress.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('title') };
}

export default async function VendorPage() {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const progress = await ask(readProgress(context, organisation.orgNo));
  const isReady = STEPS.every((step) => progress.done[step]);
  return (
    <>
      <PageHeading
        size="md"
        title={isReady ? organisation.name : t('overview.title')}
        lead={isReady ? t('overview.allDone') : t('overview.lead')}
      />
      {isReady && <Attention progress={progress} at={context.now} />}
      <Checklist progress={progress} />
      {!isReady && <Attention progress={progress} at={context.now} />}
    </>
  );
}
