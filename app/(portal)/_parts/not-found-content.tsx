import { TextLink } from '#app/_ui/text-link.tsx';
import { translator } from '#lib/session/translator.ts';
import { notFoundTexts } from './not-found-texts.ts';
import { PageHeading } from './page-heading.tsx';

/** Says that there is no such page. */
export async function NotFoundContent() {
  const t = await translator('errors');
  const { title, text } = await notFoundTexts();
  return (
    <>
      <PageHeading title={title} lead={text} />
      <p>
        <TextLink href="/">{t('toFront')}</TextLink>
      </p>
    </>
  );
}
