'use client';

import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { TextLink } from '#app/_ui/text-link.tsx';

/** A link of a menu that says so when its page is the one that is shown. */
export function MenuLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <TextLink href={href} current={usePathname() === href}>
      {children}
    </TextLink>
  );
}
