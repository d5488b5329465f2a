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
    <Button asChild variant={variant}>
      <PageLink href={href}>{children}</PageLink>
    </Button>
  );
}
