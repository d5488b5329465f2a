import type { ApiRequest } from './api-request.ts';
import type { Answer } from './responses.ts';
import type { ErrorFamily } from './section.ts';

/** A machine call as it arrives. */
export type ArrivingCall = {
  readonly request: ApiRequest;
  readonly base: string;
  /** How its section words refusals. */
  readonly errors: ErrorFamily;
  readonly traceId: string;
};

/** What stands around every machine call of a sandbox. */
export type CallWatch = {
  /** Lets the call be answered, and gives that answer or another. */
  readonly around: (call: ArrivingCall, work: () => Promise<Answer>) => Promise<Answer>;
  /** Writes down what it has seen, and reads anew what it remembers. */
  readonly refresh: () => Promise<void>;
};

const KEY = Symbol.for('systembruker.call-watch');
type Holder = { [KEY]?: CallWatch | undefined };

/** The watch of this process, for Next's bundles and the machine lane alike; none in production. */
export function callWatch(): CallWatch | undefined {
  return (globalThis as Holder)[KEY];
}

/** Sets a watch on the calls of this process, or takes it away. */
export function watchCalls(watch: CallWatch | undefined): void {
  (globalThis as Holder)[KEY] = watch;
}
