import { TextLink } from './text-link.tsx';

/** Links to the pages of a long list, with words; nothing when one page holds it all. */
export function Pages({
  label,
  previous,
  next,
  summary,
}: {
  readonly label: string;
  readonly previous?: { readonly href: string; readonly text: string } | undefined;
  readonly next?: { readonly href: string; readonly text: string } | undefined;
  readonly summary: string;
}) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-4">
      <p className="text-text-subtle">{summary}</p>
      <div className="flex gap-6">
        {previous && <TextLink href={previous.href}>{previous.text}</TextLink>}
        {next && <TextLink href={next.href}>{next.text}</TextLink>}
      </div>
    </nav>
  );
}
