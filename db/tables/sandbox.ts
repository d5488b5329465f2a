import type { Dialect } from '../dialect.ts';

/** What a sandbox or test installation remembers of its machine calls, and what it has been told to answer. */
export function sandboxTables(d: Dialect) {
  const sandboxCalls = d.table(
    'sandbox_calls',
    {
      id: d.autoId('id'),
      at: d.time('at').notNull(),
      method: d.text('method').notNull(),
      /** Without its query. */
      path: d.text('path').notNull(),
      /** Null when no answer was sent. */
      status: d.int('status'),
      /** The code of a refusal. */
      code: d.text('code'),
      /** What a refusal says. */
      description: d.text('description'),
      /** As the caller calls itself: in a token request nobody has proven it yet. */
      clientId: d.text('client_id'),
      orgNo: d.text('org_no'),
      traceId: d.text('trace_id').notNull(),
      durationMs: d.int('duration_ms').notNull(),
      /** The scenario that was applied. */
      scenario: d.text('scenario'),
    },
    (t) => [d.index('sandbox_calls_trace').on(t.traceId)],
  );

  const sandboxScenarios = d.table('sandbox_scenarios', {
    clientId: d.text('client_id').primaryKey(),
    scenario: d.text('scenario').notNull(),
    /** For how many more calls; null for all. */
    timesLeft: d.int('times_left'),
    until: d.time('until'),
    setAt: d.time('set_at').notNull(),
  });

  return { sandboxCalls, sandboxScenarios };
}
