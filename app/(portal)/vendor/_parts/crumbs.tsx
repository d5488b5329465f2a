import { TextLink } from '#app/_ui/text-link.tsx';
import { translator } from '#lib/session/translator.ts';

/** The way back from a page below a list; the page itself is named by its heading. */
export async function Crumbs({
  items,
}: {
  readonly items: readonly { readonly href: string; readonly text: string }[];
}) {
  const t = await translator('common');
  return (
    <nav aria-label={t('breadcrumbs')}>
      <ol className="flex flex-wrap gap-x-2 gap-y-1">
        {items.map(({ href, text }, index) => (
          <li key={href} className="flex min-w-0 gap-2">
            {index > 0 && (
              <span aria-hidden="true" className="text-text-subtle">
                /
              </span>
            )}
            <TextLink href={href}>{text}</TextLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
