import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from './context.ts';

/** A whole answer in the place of the one that a call would get; names of headers are in lower case. */
export type Instead = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

/** Who makes a call, as far as it is known; for a token request what its assertion claims. */
export type KnownCaller = { readonly clientId?: string | undefined; readonly orgNo?: string | undefined };

/** One machine call of a sandbox while it is served; each may also throw, as a handler might. */
export type ServedCall = {
  /** Before anything of the call is read. */
  readonly begin: () => Promise<Instead | undefined>;
  /** As soon as it is known who calls, and again when more is; nothing has been written by then. */
  readonly meet: (caller: KnownCaller) => Promise<Instead | undefined>;
  /** When the work is done and committed, before the answer is sent; not after a refusal. */
  readonly end: () => Promise<Instead | undefined>;
};

/** Ends a call with an answer that is none of its own. */
export class AnsweredInstead extends Error {
  readonly answer: Instead;

  constructor(answer: Instead) {
    super(`HTTP ${answer.status} instead`);
    this.name = 'AnsweredInstead';
    this.answer = answer;
  }
}

const KEY = Symbol.for('systembruker.served-call');
type Holder = { [KEY]?: AsyncLocalStorage<ServedCall> };

/** Next's bundles and the machine lane share it. */
function storage(): AsyncLocalStorage<ServedCall> {
  const holder = globalThis as Holder;
  holder[KEY] ??= new AsyncLocalStorage<ServedCall>();
  return holder[KEY];
}

/** Runs the work of a call that somebody watches. */
export function withServedCall<T>(call: ServedCall, work: () => Promise<T>): Promise<T> {
  return storage().run(call, work);
}

/** Says that a call begins. @throws AnsweredInstead */
export async function beginCall(): Promise<void> {
  const answer = await storage().getStore()?.begin();
  if (answer) throw new AnsweredInstead(answer);
}

/** Says that a call has done its work. @throws AnsweredInstead */
export async function endCall(): Promise<void> {
  const answer = await storage().getStore()?.end();
  if (answer) throw new AnsweredInstead(answer);
}

/** Says who makes the call; of a person nothing is told. @throws AnsweredInstead */
export async function meetCaller(caller: Actor | KnownCaller): Promise<void> {
  const call = storage().getStore();
  if (!call || ('kind' in caller && caller.kind !== 'organisation')) return;
  const answer = await call.meet(caller);
  if (answer) throw new AnsweredInstead(answer);
}
