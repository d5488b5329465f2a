import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { TextLink } from '#app/_ui/text-link.tsx';
import { AWAY, REFUSAL_HEADER } from '#lib/http/draw-refusals.ts';
import { translator } from '#lib/session/translator.ts';
import { ForbiddenContent } from '../../../_parts/forbidden-content.tsx';
import { NotFoundContent } from '../../../_parts/not-found-content.tsx';
import { notFoundTexts } from '../../../_parts/not-found-texts.ts';
import { PageHeading } from '../../../_parts/page-heading.tsx';

type Props = { readonly params: Promise<{ readonly status: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await translator('errors');
  switch ((await params).status) {
    case '403':
      return { title: t('forbidden.title') };
    case '500':
    case AWAY:
      return { title: t('failed.title') };
    default:
      return { title: (await notFoundTexts()).title };
  }
}

/**
 * What the server draws in place of a page that was refused, under that page's own address: Next leaves the drawing of
 * such pages to the browser, and without script they would be empty. An address of its own it has not.
 */
export default async function RefusedPage({ params }: Props) {
  const { status } = await params;
  if ((await headers()).get(REFUSAL_HEADER) !== status) notFound();
  if (status === '403') return <ForbiddenContent />;
  if (status === '500' || status === AWAY) return <FailedContent />;
  return <NotFoundContent />;
}

async function FailedContent() {
  const t = await translator('errors');
  return (
    <>
      <PageHeading title={t('failed.title')} lead={t('failed.text')} />
      <p>
        <TextLink href="/">{t('toFront')}</TextLink>
      </p>
    </>
  );
}
