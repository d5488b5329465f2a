import type { Db } from '#db/open.ts';
import type { ErrorFamily } from '../../http/section.ts';
import { findRefusal } from './refusals.ts';
import { parseScenario, type Scenario } from './scenario.ts';
import { type ScenarioRow, selectScenarios, takeOne } from './store.ts';

/** How late a process hears of what another has set, at most. */
const REMEMBERED_MS = 1_000;

/** The scenarios of clients as one process knows them. */
export type ClientScenarios = {
  /** Takes what the client's call is to meet at an endpoint of that family. */
  readonly take: (clientId: string, family: ErrorFamily) => Promise<Scenario | undefined>;
  /** Lets the next call read anew. */
  readonly forget: () => void;
};

/** Remembers what is set for a second, so that calls cost no query of their own while nothing is. */
export function rememberScenarios(db: Db, now: () => Date): ClientScenarios {
  let known: Promise<ReadonlyMap<string, ScenarioRow>> | undefined;
  let readAt = 0;
  const current = () => {
    if (known && performance.now() - readAt < REMEMBERED_MS) return known;
    readAt = performance.now();
    const read = selectScenarios(db, now()).then((rows) => new Map(rows.map((row) => [row.clientId, row])));
    known = read;
    read.catch(() => {
      known = undefined;
    });
    return read;
  };
  return {
    take: async (clientId, family) => {
      const row = (await current()).get(clientId);
      const scenario = row && parseScenario(row.scenario);
      if (!scenario || !appliesTo(scenario, family) || (row.until && row.until <= now())) return undefined;
      return row.timesLeft === null || (await takeOne(db, row)) ? scenario : undefined;
    },
    forget: () => {
      known = undefined;
    },
  };
}

/** Whether an endpoint of that family can be asked for the scenario: a code belongs to one family. */
export function appliesTo({ before: { ending } }: Scenario, family: ErrorFamily): boolean {
  const refusal = ending === undefined ? undefined : findRefusal(ending);
  return refusal === undefined || refusal.family === family;
}
