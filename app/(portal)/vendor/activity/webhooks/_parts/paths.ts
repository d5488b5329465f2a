/** The page of all addresses. */
export const LIST = '/vendor/activity/webhooks';

/** The page of one address. */
export function pathOf(endpointId: string): string {
  return `${LIST}/${encodeURIComponent(endpointId)}`;
}
