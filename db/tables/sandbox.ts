import type { Dialect } from '../dialect.ts';

/** How a clock stood; see `lib/context/clock.ts`. */
type ClockOfSnapshot = { readonly offsetMs: number; readonly frozenAt?: number | undefined };

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

  /** What the sandbox held at an instant; one row is one snapshot, so that it is read and replaced whole. */
  const sandboxSnapshots = d.table('sandbox_snapshots', {
    name: d.text('name').primaryKey(),
    /** By the clock of the sandbox. */
    takenAt: d.time('taken_at').notNull(),
    /** The newest migration of the tables that the rows come from. */
    schema: d.text('schema').notNull(),
    clock: d.json('clock').$type<ClockOfSnapshot>().notNull(),
    rowCount: d.int('row_count').notNull(),
    /** Of the contents, in bytes. */
    size: d.int('size').notNull(),
    contents: d.text('contents').notNull(),
  });

  /** The organisations, people and client that belong to one test worker. */
  const sandboxNamespaces = d.table('sandbox_namespaces', {
    name: d.text('name').primaryKey(),
    createdAt: d.time('created_at').notNull(),
    clientId: d.text('client_id').notNull(),
    systemId: d.text('system_id').notNull(),
    /** Uuids by what they are in the namespace. */
    parties: d.json('parties').$type<Readonly<Record<string, string>>>().notNull(),
  });

  return { sandboxCalls, sandboxScenarios, sandboxSnapshots, sandboxNamespaces };
}
