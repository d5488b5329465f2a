import type { Area } from '#lib/session/areas.ts';

/** The words of each area's menu, at most seven, with the pages they lead to. */
export const MENUS = {
  organisation: {
    systemUsers: '/system-users',
    requests: '/requests',
    delegations: '/delegations',
    activity: '/activity',
  },
  vendor: {
    overview: '/vendor',
    systems: '/vendor/systems',
    requests: '/vendor/requests',
    systemUsers: '/vendor/system-users',
    clients: '/vendor/clients',
    token: '/vendor/token',
    activity: '/vendor/activity',
  },
  owner: {
    overview: '/owner',
    resources: '/owner/resources',
    scopes: '/owner/scopes',
    accessLists: '/owner/access-lists',
    check: '/owner/check',
    activity: '/owner/activity',
  },
  platform: {
    overview: '/platform',
    owners: '/platform/owners',
    packages: '/platform/packages',
    people: '/platform/people',
    lookup: '/platform/lookup',
    audit: '/platform/audit',
    health: '/platform/health',
  },
} as const satisfies Record<Area, Readonly<Record<string, string>>>;
