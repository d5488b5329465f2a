/** What an owner's trail can be narrowed to, with the beginnings of the actions in each. */
export const KINDS = {
  all: [],
  scopes: ['scope.', 'prefix.'],
  access: ['scope-access.', 'scope-delegation.'],
  resources: ['resource.', 'policy.'],
  lists: ['access-list.'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The kinds in the order of the list to choose from. */
export const KIND_NAMES = ['all', 'scopes', 'access', 'resources', 'lists'] as const satisfies (keyof typeof KINDS)[];
