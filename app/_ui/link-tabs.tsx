'use client';

import type { KeyboardEvent } from 'react';
import { PageLink } from './page-link.tsx';

export type LinkTab = { readonly href: string; readonly text: string; readonly current: boolean };

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/**
 * Views of one page that each have an address of their own, so that a reload and the Back button keep them. They are links;
 * arrows move among them and Space opens one, as those expect who take them for tabs.
 */
export function LinkTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly LinkTab[] }) {
  return (
    <nav aria-label={label} className="border-b border-border-subtle">
      <ul className="flex flex-wrap" onKeyDown={moveAmongLinks}>
        {tabs.map(({ href, text, current }) => (
          <li key={href}>
            <PageLink
              href={href}
              aria-current={current ? 'page' : undefined}
              className={`focus-ring flex min-h-11 items-center border-b-2 px-4 whitespace-nowrap ${
                current
                  ? 'border-accent-base-default font-medium text-accent-text-default'
                  : 'border-transparent text-text-subtle hover:border-border-default'
              }`}
            >
              {text}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function moveAmongLinks(event: KeyboardEvent<HTMLUListElement>): void {
  const links = [...event.currentTarget.querySelectorAll('a')];
  const at = links.indexOf(event.target as HTMLAnchorElement);
  const next = at < 0 ? undefined : STEPS[event.key]?.(at, links.length);
  if (next !== undefined) links[next]?.focus();
  else if (event.key === ' ') links[at]?.click();
  else return;
  event.preventDefault();
}
