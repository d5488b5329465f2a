import { TextLink } from '#app/_ui/text-link.tsx';
import type { LanguageTexts } from '#lib/resources/model.ts';
import { translator } from '#lib/session/translator.ts';
import { ClosedTag } from '../../../_parts/closed-tag.tsx';
import { MustSign } from '../../../_parts/must-sign.tsx';

type Item = {
  readonly id: string;
  readonly name: string;
  readonly href?: string;
  /** A service whose owner has taken it down. */
  readonly isClosed?: boolean | undefined;
  /** Services in which a person must sign. */
  readonly toSign?: readonly LanguageTexts[] | undefined;
};

/** Names with the ids that calls use below them; a word when there are none. */
export async function NamedList({ items }: { readonly items: readonly Item[] }) {
  const t = await translator('vendor');
  if (items.length === 0) return <>{t('none')}</>;
  return (
    <ul className="flex flex-col gap-2">
      {items.map(({ id, name, href, isClosed, toSign = [] }) => (
        <li key={id} className="break-words">
          {href === undefined ? name : <TextLink href={href}>{name}</TextLink>}
          {name !== id && (
            <div>
              <code className="text-sm break-all text-text-subtle">{id}</code>
            </div>
          )}
          {isClosed && <ClosedTag />}
          <MustSign services={toSign} />
        </li>
      ))}
    </ul>
  );
}
