import { type Scope, scopeDescription } from '#lib/maskinporten/scopes/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

/** Scopes in words, each with its name; says of one that its owner has taken out of use. */
export async function ScopeLines({ scopes }: { readonly scopes: readonly Scope[] }) {
  const t = await translator('delegations');
  const language = await pageLanguage();
  return (
    <ul className="flex flex-col divide-y divide-border-subtle rounded-lg border border-border-subtle bg-background-default">
      {scopes.map(({ name, details, active }) => (
        <li key={name} className="flex min-w-0 flex-col gap-1 p-4">
          <p className="font-medium break-words">{scopeDescription(details, language)}</p>
          <code className="text-sm break-all text-text-subtle">{name}</code>
          {!active && <p className="text-sm">{t('detail.inactive')}</p>}
        </li>
      ))}
    </ul>
  );
}
