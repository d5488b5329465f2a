/** What a browser tells of where a form came from. */
export type Provenance = {
  readonly origin: string | null;
  readonly secFetchSite: string | null;
  readonly host: string | null;
};

/**
 * Whether a state-changing request comes from our own pages: an `Origin` that is ours, and `Sec-Fetch-Site` not saying
 * otherwise (C3). A missing or opaque origin is foreign, a sub-domain too.
 */
export function isSameOrigin(from: Provenance, portalUrl: string): boolean {
  if (from.secFetchSite !== null && from.secFetchSite !== 'same-origin') return false;
  if (from.origin === null || !URL.canParse(from.origin)) return false;
  const origin = new URL(from.origin);
  if (origin.origin === new URL(portalUrl).origin) return true;
  return from.host !== null && origin.host === from.host && /^https?:$/.test(origin.protocol);
}
