/** What the list can be narrowed to, with the beginnings of the actions in each. */
export const KINDS = {
  all: [],
  requests: ['request.', 'change-request.', 'vendor.blocked', 'vendor.unblocked'],
  systemUsers: ['systemuser.'],
  clients: ['client.added', 'client.removed', 'client-round.'],
  apis: ['scope-delegation.'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ActivityKind = keyof typeof KINDS;

/** The kinds in the order of their tabs. */
export const ACTIVITY_KINDS = ['all', 'requests', 'systemUsers', 'clients', 'apis'] as const satisfies ActivityKind[];

/** The kind that an address asks for; everything when it asks for something else. */
export function activityKind(value: unknown): ActivityKind {
  return ACTIVITY_KINDS.find((kind) => kind === value) ?? 'all';
}
