/** The tabs of a resource's page. */
export const RESOURCE_TABS = ['about', 'rules', 'access', 'publish', 'usage'] as const;
export type ResourceTab = (typeof RESOURCE_TABS)[number];

/** The page of a resource, on a tab; the first needs no word. */
export function resourceHref(identifier: string, tab: ResourceTab = 'about'): string {
  const href = `/owner/resources/${encodeURIComponent(identifier)}`;
  return tab === 'about' ? href : `${href}?tab=${tab}`;
}
