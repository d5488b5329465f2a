import { env } from '../../config/env.ts';

/** A registry in which a consumer can delegate a scope to a supplier. */
export type DelegationSource = { readonly name: string; readonly issuer: string; readonly since: Date };

/** The sources are settings and have no dates of their own, but clients that list them read one. */
const SINCE = new Date('2026-01-01T00:00:00Z');

/** The sources that a scope may name: Altinn's own identifier in this environment, and this portal's. */
export function delegationSources(): readonly DelegationSource[] {
  const { issuer, PORTAL_ENVIRONMENT } = env();
  const altinn = PORTAL_ENVIRONMENT === 'production' ? 'https://www.altinn.no/' : 'https://tt02.altinn.no/';
  return [
    { name: 'altinn', issuer: altinn, since: SINCE },
    { name: 'portal', issuer, since: SINCE },
  ];
}
