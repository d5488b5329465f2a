import { PageLink } from '#app/_ui/page-link.tsx';

/** Parts of one thing, each with an address of its own. */
export function TabLinks({
  label,
  current,
  items,
}: {
  readonly label: string;
  readonly current: string;
  readonly items: readonly { readonly id: string; readonly href: string; readonly text: string }[];
}) {
  return (
    <nav aria-label={label} className="border-b border-border-subtle">
      <ul className="flex flex-wrap gap-x-2">
        {items.map(({ id, href, text }) => (
          <li key={id}>
            <PageLink
              href={href}
              aria-current={id === current ? 'page' : undefined}
              className="focus-ring flex min-h-11 items-center border-b-3 border-transparent px-3 hover:border-border-default aria-[current]:border-accent-base-default aria-[current]:font-medium"
            >
              {text}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
