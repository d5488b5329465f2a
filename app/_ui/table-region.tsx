import type { ReactNode } from 'react';

/**
 * A table that may be wider than the screen: it scrolls by itself, and the keyboard can reach it. On a narrow page each row
 * stands as a block of its own, its cells under the `data-label` that they carry (globals.css).
 */
export function TableRegion({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="focus-ring max-w-full overflow-x-auto rounded-lg border border-border-subtle bg-background-default"
    >
      {children}
    </section>
  );
}
