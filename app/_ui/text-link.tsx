import type { ReactNode } from 'react';
import { Link } from './ds.ts';
import { PageLink } from './page-link.tsx';

/** A link inside text or a list; petrol also on neutral ground. */
export function TextLink({
  href,
  lang,
  current = false,
  children,
}: {
  readonly href: string;
  readonly lang?: string;
  /** Leads to the page that is shown. */
  readonly current?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Link asChild data-color="accent">
      <PageLink href={href} lang={lang} aria-current={current ? 'page' : undefined}>
        {children}
      </PageLink>
    </Link>
  );
}
