import type { Db } from '#db/open.ts';
import type { Context, PersonActor } from '../../context/context.ts';
import { BareError, ProblemError } from '../../kernel/errors.ts';
import { inTrace, newTrace } from '../../kernel/trace.ts';
import { findParty } from '../../parties/find-party.ts';
import type { Outcome } from './items.ts';

/** What every job remembers: who ordered it, and how well that person had signed in. */
export type Ordered = { readonly personUuid: string; readonly authenticationLevel: number };

/** One kind of job: where its items wait, how one is ticked off, and what is done for it. */
type Work<Item> = {
  readonly selectWaiting: (db: Db, limit: number) => Promise<readonly Item[]>;
  /** @returns whether the item still waited */
  readonly settle: (tx: Db, item: Item, outcome: Outcome) => Promise<boolean>;
  /** @throws BareError, ProblemError when the item is refused; anything else leaves it waiting. */
  readonly carryOut: (context: Context, item: Item) => Promise<void>;
};

const BATCH_SIZE = 20;

/**
 * Carries out what waits, item by item, each with the authority that its person has at that moment. The change and its
 * tick are one transaction, so that several processes may work at once, and one that is killed leaves the rest to the next.
 * @returns how many items were done or refused
 */
export async function workThrough<Item extends { readonly job: Ordered }>(
  db: Db,
  clock: () => Date,
  work: Work<Item>,
): Promise<number> {
  let settled = 0;
  for (;;) {
    const waiting = await work.selectWaiting(db, BATCH_SIZE);
    if (waiting.length === 0) return settled;
    for (const item of waiting) {
      await inTrace(newTrace(), 'carry out a job', () => settleOne(db, clock(), work, item));
      settled += 1;
    }
  }
}

async function settleOne<Item extends { readonly job: Ordered }>(
  db: Db,
  now: Date,
  work: Work<Item>,
  item: Item,
): Promise<void> {
  try {
    await db.transaction(async (tx) => {
      if (!(await work.settle(tx, item, { state: 'done' }))) return;
      await work.carryOut({ db: tx, now, actor: await personOf(tx, item.job) }, item);
    });
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    await work.settle(db, item, { state: 'failed', code });
  }
}

/** The person who ordered the job, with the authority of now and the log-in of then. */
async function personOf(db: Db, job: Ordered): Promise<PersonActor> {
  const person = await findParty(db, { uuid: job.personUuid });
  if (person?.kind !== 'person') throw new BareError(403);
  const { uuid: partyUuid, partyId, userId, name } = person;
  const { authenticationLevel } = job;
  return { kind: 'person', partyUuid, partyId, userId, name, authenticationLevel, scopes: new Set() };
}

/** @returns `undefined` for a fault of ours, after which the item goes on waiting. */
function codeOf(error: unknown): string | undefined {
  if (error instanceof ProblemError && error.status < 500) return error.code ?? String(error.status);
  if (error instanceof BareError && error.status < 500) return String(error.status);
  return undefined;
}
