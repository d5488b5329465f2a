import { TextLink } from '#app/_ui/text-link.tsx';
import { translator } from '#lib/session/translator.ts';
import { Header } from './_parts/header.tsx';
import { PageHeading } from './_parts/page-heading.tsx';
import { Reading } from './_parts/reading.tsx';

export default async function NotFound() {
  const t = await translator('errors');
  const common = await translator('common');
  return (
    <>
      <title>{`${t('notFound.title')} – ${common('product')}`}</title>
      <Header />
      <Reading>
        <PageHeading title={t('notFound.title')} lead={t('notFound.text')} />
        <p>
          <TextLink href="/">{t('toFront')}</TextLink>
        </p>
      </Reading>
    </>
  );
}
