import { callWatch } from '../../http/call-watch.ts';
import { bindingProblem, statusProblem } from '../../kernel/errors.ts';
import type { Sandbox } from '../open-sandbox.ts';
import { KNOWN_PARTS, parseScenario } from './scenario.ts';
import { deleteScenario, type ScenarioRow, selectScenarios, upsertScenario } from './store.ts';

/** What a client's calls meet, for how many calls and how long; for all calls until it is removed unless said. */
export type ClientScenario = {
  readonly clientId: string;
  readonly scenario: string;
  readonly times?: number | undefined;
  readonly until?: Date | undefined;
};

/** Lists the scenarios that apply to calls still, by client. */
export function listScenarios({ db, now }: Sandbox): Promise<readonly ScenarioRow[]> {
  return selectScenarios(db, now);
}

/**
 * Sets what a client's calls meet, in the place of what was set before. This process knows at once, others within a
 * second. Does not ask whether there is such a client.
 * @throws ProblemError 400 for a scenario that is unknown everywhere.
 */
export async function setScenario({ db, now }: Sandbox, input: ClientScenario): Promise<ScenarioRow> {
  const scenario = parseScenario(input.scenario);
  if (!scenario) throw bindingProblem({ '$.scenario': [`Known are ${KNOWN_PARTS.join(', ')} and the codes.`] });
  const { clientId, times = null, until = null } = input;
  const row = { clientId, scenario: scenario.text, timesLeft: times, until, setAt: now };
  await upsertScenario(db, row);
  await callWatch()?.refresh();
  return row;
}

/** Lets a client's calls go on as ever. @throws ProblemError 404 when nothing is set. */
export async function removeScenario({ db }: Sandbox, clientId: string): Promise<void> {
  if (!(await deleteScenario(db, clientId))) throw statusProblem(404);
  await callWatch()?.refresh();
}
