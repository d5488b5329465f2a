import type { ReactNode } from 'react';
import styles from './look.module.css';

type Props = { readonly name: string; readonly children: ReactNode };

/** A named part of the page that scrolls sideways by itself on a narrow screen. */
export function ScrollRegion({ name, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it a keyboard cannot scroll the region (WCAG 2.1.1).
    <section className={styles.scroll} aria-label={name} tabIndex={0}>
      {children}
    </section>
  );
}
