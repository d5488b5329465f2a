import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import '@fontsource-variable/inter/wght.css';
import './reset.css';
import { chooseLanguage } from './smartregnskap/actions.ts';
import styles from './smartregnskap/look.module.css';
import { readTexts } from './smartregnskap/page-context.ts';

export const metadata: Metadata = {
  title: { absolute: 'SmartRegnskap', template: '%s – SmartRegnskap' },
  robots: { index: false },
};

export default async function Layout({ children }: { readonly children: ReactNode }) {
  const { language, texts } = await readTexts();
  return (
    <html lang={language}>
      <body className={styles.look}>
        <a className={styles.skip} href="#innhold">
          {texts.skip}
        </a>
        <header className={styles.header}>
          <a className={styles.wordmark} href="/smartregnskap">
            {texts.product}
          </a>
          <form action={chooseLanguage} className={styles.languages} aria-label={texts.language}>
            <button type="submit" name="language" value="nb" lang="nb" aria-pressed={language === 'nb'}>
              Norsk
            </button>
            <button type="submit" name="language" value="en" lang="en" aria-pressed={language === 'en'}>
              English
            </button>
          </form>
        </header>
        <main className={styles.main} id="innhold" tabIndex={-1}>
          {children}
        </main>
        <footer className={styles.footer}>
          <p>{texts.tagline}</p>
        </footer>
      </body>
    </html>
  );
}
