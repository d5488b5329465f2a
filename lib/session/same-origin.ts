/** What a browser tells of where a form came from. */
export type Provenance = {
  readonly origin: string | null;
  readonly secFetchSite: string | null;
  readonly host: string | null;
};

/**
 * Whether a state-changing request comes from our own pages: an `Origin` that is ours, and `Sec-Fetch-Site` not saying
 * otherwise (C3). A missing or opaque origin is foreign, a sub-domain too, and so is our own host under another scheme:
 * without encryption anybody on the way may have written the page.
 */
export function isSameOrigin(from: Provenance, portalUrl: string): boolean {
  if (from.secFetchSite !== null && from.secFetchSite !== 'same-origin') return false;
  if (from.origin === null || !URL.canParse(from.origin)) return false;
  const origin = new URL(from.origin);
  const portal = new URL(portalUrl);
  return origin.protocol === portal.protocol && (origin.host === portal.host || origin.host === from.host);
}
