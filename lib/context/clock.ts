const KEY = Symbol.for('systembruker.clock-offset');
type Holder = { [KEY]?: number };

/** The present instant; the only place that reads the machine's clock. */
export function now(): Date {
  return new Date(Date.now() + ((globalThis as Holder)[KEY] ?? 0));
}

/** Moves this process's clock by so many milliseconds; the sandbox and tests steer time with it. */
export function setClockOffset(milliseconds: number): void {
  (globalThis as Holder)[KEY] = milliseconds;
}
