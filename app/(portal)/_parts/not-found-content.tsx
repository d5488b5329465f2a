import { TextLink } from '#app/_ui/text-link.tsx';
import { translator } from '#lib/session/translator.ts';
import { PageHeading } from './page-heading.tsx';

/** Says that there is no such page. */
export async function NotFoundContent() {
  const t = await translator('errors');
  return (
    <>
      <PageHeading title={t('notFound.title')} lead={t('notFound.text')} />
      <p>
        <TextLink href="/">{t('toFront')}</TextLink>
      </p>
    </>
  );
}
