/** What the trail can be narrowed to, with the beginnings of the actions in each. */
export const KINDS = {
  all: [],
  vendors: ['agreement.'],
  systems: ['system.'],
  requests: ['request.', 'request-list.', 'change-request.', 'change-round.', 'vendor.'],
  systemUsers: ['systemuser.', 'client.added', 'client.removed', 'client-round.'],
  clients: ['client.created', 'client.changed', 'client.deactivated', 'client-keys.', 'client-on-behalf-of.'],
  tokens: ['token.'],
  scopes: ['scope.', 'scope-access.', 'scope-delegation.', 'prefix.'],
  resources: ['resource.', 'policy.', 'access-list.', 'access-package.'],
  webhooks: ['webhook.'],
  operation: ['signing-key.', 'party.'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The kinds in the order of the list to choose from. */
export const KIND_NAMES = Object.keys(KINDS) as readonly (keyof typeof KINDS)[];
