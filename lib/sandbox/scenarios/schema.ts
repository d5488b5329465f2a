import { z } from 'zod';
import type { ScenarioRow } from './store.ts';

const TIMES_MAX = 1_000;

/** What a client's calls are to meet, as it comes. */
export const scenarioBody = z.strictObject({
  scenario: z.string().describe('parts by comma: delay=<ms>, 503, 429, drop, throw, a code, after:503, after:drop'),
  times: z.int().min(1).max(TIMES_MAX).optional().describe('for how many calls; for all unless said'),
  until: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional()
    .describe('by the clock of the sandbox; for ever unless said'),
});

/** A client's scenario on the wire. */
export const scenarioDto = z.strictObject({
  clientId: z.string(),
  scenario: z.string(),
  times: z.int().optional().describe('calls that are left'),
  until: z.iso.datetime().optional(),
  setAt: z.iso.datetime(),
});

/** All of them. */
export const scenarioListDto = z.strictObject({ scenarios: z.array(scenarioDto) });

/** Writes a client's scenario for the wire. */
export function toScenarioDto({ clientId, scenario, timesLeft, until, setAt }: ScenarioRow) {
  return {
    clientId,
    scenario,
    times: timesLeft ?? undefined,
    until: until?.toISOString(),
    setAt: setAt.toISOString(),
  };
}
