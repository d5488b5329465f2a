import type { Db } from '#db/open.ts';
import { DAY_MS } from '../../kernel/durations.ts';
import { type JournalCall, KEPT_CALLS } from './model.ts';
import { refusalText } from './refusal-text.ts';
import { deleteCalls, insertCalls } from './store.ts';
import { withoutSecrets } from './without-secrets.ts';

/** How late a call can be read, at most. */
const WRITTEN_AFTER_MS = 200;
/** How many calls are written at a time; more, as under load, are not noted. */
const BATCH_MAX = 50;
const BATCHES_BETWEEN_PURGES = 20;
const PATH_MAX_LENGTH = 300;
const ID_MAX_LENGTH = 100;

/** A call as it was seen; what could be secret in it is taken out when it is written. */
export type SeenCall = Omit<JournalCall, 'path' | 'code' | 'description'> & {
  readonly url: string;
  /** The body of a refusal. */
  readonly refusal: string | undefined;
};

/** The journal of one process. */
export type Journal = {
  readonly add: (describe: () => SeenCall) => void;
  /** Writes what has been added, once what is being written has been. */
  readonly flush: () => Promise<void>;
};

/**
 * Keeps the calls of one process and writes them together a moment later, so that no call waits for it. A process that is
 * killed takes its last moment with it.
 * @param report learns of calls that could not be written; they are given up
 */
export function keepJournal(db: Db, report: (error: unknown) => void): Journal {
  let seen: SeenCall[] = [];
  let timer: NodeJS.Timeout | undefined;
  let batches = 0;
  let writing: Promise<void> = Promise.resolve();
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const batch = seen;
    seen = [];
    const last = batch.at(-1);
    if (last === undefined) return writing;
    const isPurgeDue = batches % BATCHES_BETWEEN_PURGES === 0;
    batches += 1;
    writing = writing.then(() => write(db, batch, isPurgeDue ? last.at : undefined)).catch(report);
    return writing;
  };
  return {
    add: (describe) => {
      if (seen.length >= BATCH_MAX) return;
      seen.push(describe());
      timer ??= setTimeout(flush, WRITTEN_AFTER_MS).unref();
    },
    flush,
  };
}

async function write(db: Db, batch: readonly SeenCall[], purgeAt: Date | undefined): Promise<void> {
  await db.quickTransaction(async (tx) => {
    await insertCalls(tx, batch.map(toCall));
    if (purgeAt) await deleteCalls(tx, { keep: KEPT_CALLS, before: new Date(purgeAt.getTime() - DAY_MS) });
  });
}

function toCall({ url, refusal, ...call }: SeenCall): JournalCall {
  return {
    ...call,
    path: withoutSecrets(URL.parse(url)?.pathname ?? '', PATH_MAX_LENGTH),
    clientId: call.clientId === undefined ? undefined : withoutSecrets(call.clientId, ID_MAX_LENGTH),
    orgNo: call.orgNo === undefined ? undefined : withoutSecrets(call.orgNo, ID_MAX_LENGTH),
    ...(refusal === undefined ? { code: undefined, description: undefined } : refusalText(refusal)),
  };
}
