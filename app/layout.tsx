import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('common');
  return {
    title: { default: `${t('product')} – ${t('tagline')}`, template: `%s – ${t('product')}` },
    robots: { index: false },
  };
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang={await pageLanguage()} data-color-scheme="auto">
      <body className="flex min-h-screen flex-col bg-background-tinted text-text-default">{children}</body>
    </html>
  );
}
