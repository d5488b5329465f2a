import type { Dialect } from '../dialect.ts';
import { eventTables } from './events.ts';
import { maskinportenTables } from './maskinporten.ts';
import { partyTables } from './parties.ts';
import { platformTables } from './platform.ts';
import { requestTables } from './requests.ts';
import { resourceTables } from './resources.ts';
import { sandboxTables } from './sandbox.ts';
import { systemTables } from './systems.ts';

/** Every table, built for one engine. */
export function allTables(d: Dialect) {
  return {
    ...partyTables(d),
    ...resourceTables(d),
    ...systemTables(d),
    ...requestTables(d),
    ...maskinportenTables(d),
    ...platformTables(d),
    ...eventTables(d),
    ...sandboxTables(d),
  };
}

/** Every table, whichever engine they were built for. */
export type Tables = ReturnType<typeof allTables>;
