import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { SkipLink } from '#app/_ui/ds.ts';
import { OfflineGuard } from '#app/_ui/offline-guard.tsx';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import '../globals.css';
import { Footer } from './_parts/footer.tsx';
import { Strip } from './_parts/strip.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('common');
  return {
    title: { default: `${t('tagline')} – ${t('product')}`, template: `%s – ${t('product')}` },
    robots: { index: false },
  };
}

/** The document of the portal's pages; the guest brings its own. */
export default async function PortalLayout({ children }: { readonly children: ReactNode }) {
  const t = await translator('common');
  return (
    <html lang={await pageLanguage()} data-color-scheme="auto">
      <body className="flex min-h-screen flex-col bg-background-tinted text-text-default">
        <SkipLink href="#main" className="focus-ring">
          {t('skipToContent')}
        </SkipLink>
        <Strip />
        {children}
        <Footer />
        <OfflineGuard text={t('offline')} />
      </body>
    </html>
  );
}
