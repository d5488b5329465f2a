import type { Metadata } from 'next';
import { TextLink } from '#app/_ui/text-link.tsx';
import { translator } from '#lib/session/translator.ts';
import { PageHeading } from './(portal)/_parts/page-heading.tsx';
import OpenLayout from './(portal)/(open)/layout.tsx';
import PortalLayout from './(portal)/layout.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('errors');
  return { title: t('notFound.title') };
}

export default async function NotFound() {
  const t = await translator('errors');
  return (
    <PortalLayout>
      <OpenLayout>
        <PageHeading title={t('notFound.title')} lead={t('notFound.text')} />
        <p>
          <TextLink href="/">{t('toFront')}</TextLink>
        </p>
      </OpenLayout>
    </PortalLayout>
  );
}
