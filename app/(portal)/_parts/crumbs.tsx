import { TextLink } from '#app/_ui/text-link.tsx';
import { translator } from '#lib/session/translator.ts';

/** The way up from a page at depth two or more; `here` names the page itself where its heading says something else. */
export async function Crumbs({
  links,
  here,
}: {
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly here?: string;
}) {
  const common = await translator('common');
  return (
    <nav aria-label={common('breadcrumbs')}>
      <ol className="flex flex-wrap gap-x-2">
        {links.map(({ href, text }, index) => (
          <li key={href} className="flex min-w-0 gap-x-2">
            <TextLink href={href}>{text}</TextLink>
            {(here || index < links.length - 1) && <span aria-hidden="true">›</span>}
          </li>
        ))}
        {here && (
          <li aria-current="page" className="min-w-0 break-words">
            {here}
          </li>
        )}
      </ol>
    </nav>
  );
}
