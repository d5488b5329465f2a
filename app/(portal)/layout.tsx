import type { ReactNode } from 'react';
import { SkipLink } from '#app/_ui/ds.ts';
import { translator } from '#lib/session/translator.ts';
import { Footer } from './_parts/footer.tsx';
import { Strip } from './_parts/strip.tsx';

export default async function PortalLayout({ children }: { readonly children: ReactNode }) {
  const t = await translator('common');
  return (
    <>
      <SkipLink href="#main">{t('skipToContent')}</SkipLink>
      <Strip />
      {children}
      <Footer />
    </>
  );
}
