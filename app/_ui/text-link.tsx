import NextLink from 'next/link';
import type { ReactNode } from 'react';
import { Link } from './ds.ts';

/** A link inside text or a list; petrol also on neutral ground. */
export function TextLink({
  href,
  lang,
  children,
}: {
  readonly href: string;
  readonly lang?: string;
  readonly children: ReactNode;
}) {
  return (
    <Link asChild data-color="accent">
      <NextLink href={href} lang={lang}>
        {children}
      </NextLink>
    </Link>
  );
}
