/** What the list can be narrowed to, with the beginnings of the actions in each. */
export const KINDS = {
  all: [],
  requests: ['request.', 'change-request.', 'vendor.blocked', 'vendor.unblocked'],
  systemUsers: ['systemuser.'],
  clients: ['client.added', 'client.removed'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ActivityKind = keyof typeof KINDS;

/** The kind that an address asks for; everything when it asks for something else. */
export function activityKind(value: unknown): ActivityKind {
  return value === 'requests' || value === 'systemUsers' || value === 'clients' ? value : 'all';
}
