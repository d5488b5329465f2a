import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import '@fontsource-variable/inter/wght.css';
import { LANGUAGE_NAMES, LANGUAGES } from '#lib/demo/smartregnskap/language.ts';
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
            {LANGUAGES.map((each) => (
              <button
                type="submit"
                key={each}
                name="language"
                value={each}
                lang={each}
                aria-pressed={language === each}
              >
                {LANGUAGE_NAMES[each]}
              </button>
            ))}
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
