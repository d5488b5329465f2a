import type { Metadata } from 'next';
import { TextLink } from '#app/_ui/text-link.tsx';
import { openControlsOnPage } from '#lib/sandbox/open-controls.ts';
import { pageContext } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { ResetForm } from '../reset-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('sandbox'))('controls.resetTitle') };
}

export default async function ResetPage() {
  const context = await pageContext();
  await ask(Promise.resolve(context).then(openControlsOnPage));
  const t = await translator('sandbox');
  return (
    <>
      <PageHeading title={t('controls.resetTitle')} />
      <ResetForm />
      <p>
        <TextLink href="/sandbox">{t('controls.back')}</TextLink>
      </p>
    </>
  );
}
