import { TextLink } from '#app/_ui/text-link.tsx';
import { translator } from '#lib/session/translator.ts';

/** The way out of a question that has a page of its own. */
export async function CancelLink({ href }: { readonly href: string }) {
  const common = await translator('common');
  return (
    <p>
      <TextLink href={href}>{common('actions.cancel')}</TextLink>
    </p>
  );
}
