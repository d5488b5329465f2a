/** The header by which a call of a sandbox says how it wants to fail. */
export const SCENARIO_HEADER = 'X-Sandbox-Scenario';
