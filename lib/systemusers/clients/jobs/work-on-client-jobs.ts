import type { Db } from '#db/open.ts';
import type { Context, PersonActor } from '../../../context/context.ts';
import { BareError, ProblemError } from '../../../kernel/errors.ts';
import { newTraceId, withTrace } from '../../../kernel/trace.ts';
import { findParty } from '../../../parties/find-party.ts';
import { addClient } from '../add-client.ts';
import { removeClient } from '../remove-client.ts';
import { type ClientJob, selectWaiting, settleItem, type WaitingItem } from './store.ts';

const BATCH_SIZE = 20;

/**
 * Carries out what waits, client by client. The change and its tick are one transaction, so that several processes may
 * work at once, and one that is killed leaves the rest to the next.
 * @returns how many clients were done or refused
 */
export async function workOnClientJobs(db: Db, clock: () => Date): Promise<number> {
  let settled = 0;
  for (;;) {
    const waiting = await selectWaiting(db, BATCH_SIZE);
    if (waiting.length === 0) return settled;
    for (const item of waiting) {
      await withTrace(newTraceId(), () => carryOut(db, item, clock()));
      settled += 1;
    }
  }
}

async function carryOut(db: Db, item: WaitingItem, now: Date): Promise<void> {
  try {
    await db.transaction(async (tx) => {
      if (!(await settleItem(tx, item, { state: 'done' }))) return;
      await change({ db: tx, now, actor: await personOf(tx, item.job) }, item);
    });
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    await settleItem(db, item, { state: 'failed', code });
  }
}

async function change(context: Context, { job, clientUuid }: WaitingItem): Promise<void> {
  const { systemUserId, partyUuid } = job;
  const input = { party: { uuid: partyUuid }, systemUserId, providerUuid: partyUuid, clientUuid };
  await (job.change === 'add' ? addClient(context, input) : removeClient(context, input));
}

/** The person who ordered the job, with the authority of now and the log-in of then. */
async function personOf(db: Db, job: ClientJob): Promise<PersonActor> {
  const person = await findParty(db, { uuid: job.personUuid });
  if (person?.kind !== 'person') throw new BareError(403);
  const { uuid: partyUuid, partyId, userId, name } = person;
  const { authenticationLevel } = job;
  return { kind: 'person', partyUuid, partyId, userId, name, authenticationLevel, scopes: new Set() };
}

/** @returns `undefined` for a fault of ours, after which the client goes on waiting. */
function codeOf(error: unknown): string | undefined {
  if (error instanceof ProblemError && error.status < 500) return error.code ?? String(error.status);
  if (error instanceof BareError && error.status < 500) return String(error.status);
  return undefined;
}
