import type { ReactNode } from 'react';
import { Button } from './ds.ts';
import { PageLink } from './page-link.tsx';

/** A link that looks like a button: it leads to a page where something is done. */
export function ButtonLink({
  href,
  variant = 'primary',
  children,
}: {
  readonly href: string;
  readonly variant?: 'primary' | 'secondary' | 'tertiary';
  readonly children: ReactNode;
}) {
  return (
    <Button asChild variant={variant} className="max-w-full">
      <PageLink href={href}>
        <span className="min-w-0 break-words">{children}</span>
      </PageLink>
    </Button>
  );
}
