'use client';

import { usePathname } from 'next/navigation';
import { PageLink } from '#app/_ui/page-link.tsx';

export type MenuItem = { readonly href: string; readonly text: string };

/** An area's menu: beside the page on a wide screen, wrapped above it on a narrow one, or always above it. */
export function AreaMenu({
  label,
  items,
  beside,
}: {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly beside: boolean;
}) {
  const path = usePathname();
  const current = items
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <nav aria-label={label} className={beside ? 'no-print md:w-52 md:shrink-0' : 'no-print'}>
      <ul className={`flex flex-wrap gap-1 ${beside ? 'md:flex-col' : ''}`}>
        {items.map(({ href, text }) => (
          <li key={href}>
            <PageLink
              href={href}
              aria-current={href === current?.href ? 'page' : undefined}
              className="focus-ring flex min-h-10 items-center rounded-md px-3 hover:bg-surface-hover aria-[current]:bg-surface-active aria-[current]:font-medium"
            >
              {text}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
