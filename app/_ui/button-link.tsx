import NextLink from 'next/link';
import type { ReactNode } from 'react';
import { Button } from './ds.ts';

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
      <NextLink href={href}>{children}</NextLink>
    </Button>
  );
}
