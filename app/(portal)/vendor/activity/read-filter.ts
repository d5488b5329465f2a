/** What the list can be narrowed to, with the beginnings of the actions in each, in the order of their tabs. */
export const KINDS = {
  all: [],
  agreement: ['agreement.'],
  client: ['client.', 'client-keys.', 'scope-access.'],
  system: ['system.'],
  request: ['request.', 'request-list.', 'change-request.', 'change-round.'],
  systemuser: ['systemuser.'],
  token: ['token.'],
  webhook: ['webhook.'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Kind = keyof typeof KINDS;

/** The kinds in the order of their tabs. */
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];

/** The kind that an address asks for; everything when it asks for something else. */
export function activityKind(value: unknown): Kind {
  return KIND_NAMES.find((kind) => kind === value) ?? 'all';
}
