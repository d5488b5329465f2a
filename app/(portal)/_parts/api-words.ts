import type { Language } from '#lib/i18n/languages.ts';
import { type Scope, scopeDescription } from '#lib/maskinporten/scopes/model.ts';
import { textIn } from '#lib/resources/access-packages/model.ts';

/** What an API is called: by its resource, or else by what its scope opens. */
export function apiTitle(
  { title, scopes }: { readonly title: Readonly<Record<string, string>>; readonly scopes: readonly Scope[] },
  language: Language,
): string {
  const [scope] = scopes;
  return textIn({ nb: scope ? scopeDescription(scope.details, language) : '', ...title }, language);
}

/** The page of what one supplier may do with one API. */
export function delegationHref({
  supplier,
  api,
}: {
  readonly supplier: { readonly orgNo: string };
  readonly api: string;
}): string {
  return `/delegations/${supplier.orgNo}/${encodeURIComponent(api)}`;
}
