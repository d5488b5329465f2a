/** What the list can be narrowed to, with the beginnings of the actions in each. */
export const KINDS = {
  all: [],
  requests: ['request.', 'change-request.'],
  systemUsers: ['systemuser.'],
  clients: ['client.added', 'client.removed'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ActivityKind = keyof typeof KINDS;

/** The kind that an address asks for; everything when it asks for something else. */
export function activityKind(value: unknown): ActivityKind {
  return value === 'requests' || value === 'systemUsers' || value === 'clients' ? value : 'all';
}

/** Where a page of the list begins: the id of the event before it; `undefined` for the newest. */
export function activityBefore(value: unknown): number | undefined {
  return typeof value === 'string' && /^[1-9][0-9]{0,14}$/.test(value) ? Number(value) : undefined;
}
