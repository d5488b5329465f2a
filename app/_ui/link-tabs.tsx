import NextLink from 'next/link';

export type LinkTab = { readonly href: string; readonly text: string; readonly current: boolean };

/** Views of one page that each have an address of their own, so that a reload and the Back button keep them. */
export function LinkTabs({ label, tabs }: { readonly label: string; readonly tabs: readonly LinkTab[] }) {
  return (
    <nav aria-label={label} className="border-b border-border-subtle">
      <ul className="flex flex-wrap">
        {tabs.map(({ href, text, current }) => (
          <li key={href}>
            <NextLink
              href={href}
              aria-current={current ? 'page' : undefined}
              className={`focus-ring flex min-h-11 items-center border-b-2 px-4 whitespace-nowrap ${
                current
                  ? 'border-accent-base-default font-medium text-accent-text-default'
                  : 'border-transparent text-text-subtle hover:border-border-default'
              }`}
            >
              {text}
            </NextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
