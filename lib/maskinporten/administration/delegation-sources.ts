import { env } from '../../config/env.ts';

/** A registry in which a consumer can delegate a scope to a supplier. */
export type DelegationSource = { readonly name: string; readonly issuer: string };

/** The sources that a scope may name: Altinn's own identifier in this environment, and this portal's. */
export function delegationSources(): readonly DelegationSource[] {
  const { issuer, PORTAL_ENVIRONMENT } = env();
  const altinn = PORTAL_ENVIRONMENT === 'production' ? 'https://www.altinn.no/' : 'https://tt02.altinn.no/';
  return [
    { name: 'altinn', issuer: altinn },
    { name: 'portal', issuer },
  ];
}
