import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/** A client's scenario as its row has it. */
export type ScenarioRow = Db['tables']['sandboxScenarios']['$inferSelect'];

/** Reads the scenarios that apply to calls still, by client. */
export async function selectScenarios(db: Db, at: Date): Promise<readonly ScenarioRow[]> {
  const { sandboxScenarios: all } = db.tables;
  return db
    .select()
    .from(all)
    .where(and(or(isNull(all.timesLeft), gt(all.timesLeft, 0)), or(isNull(all.until), gt(all.until, at))))
    .orderBy(asc(all.clientId));
}

/** Sets a client's scenario in the place of any that it has. */
export async function upsertScenario(db: Db, row: ScenarioRow): Promise<void> {
  const { sandboxScenarios } = db.tables;
  await db.insert(sandboxScenarios).values(row).onConflictDoUpdate({ target: sandboxScenarios.clientId, set: row });
}

/** Takes one of the calls that a scenario is for. @returns `false` when there is none left, or another scenario. */
export async function takeOne(db: Db, { clientId, scenario }: ScenarioRow): Promise<boolean> {
  const { sandboxScenarios: all } = db.tables;
  const taken = await db
    .update(all)
    .set({ timesLeft: sql`${all.timesLeft} - 1` })
    .where(and(eq(all.clientId, clientId), eq(all.scenario, scenario), gt(all.timesLeft, 0)))
    .returning({ clientId: all.clientId });
  return taken.length > 0;
}

/** Removes a client's scenario. @returns `false` when it has none. */
export async function deleteScenario(db: Db, clientId: string): Promise<boolean> {
  const { sandboxScenarios } = db.tables;
  const deleted = await db
    .delete(sandboxScenarios)
    .where(eq(sandboxScenarios.clientId, clientId))
    .returning({ clientId: sandboxScenarios.clientId });
  return deleted.length > 0;
}
