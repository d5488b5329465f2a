const KEY = Symbol.for('systembruker.clock');

/** How a clock stands to the machine's: so many milliseconds ahead, or still at an instant in milliseconds since 1970. */
export type ClockSetting = { readonly offsetMs: number; readonly frozenAt?: number | undefined };

type Holder = { [KEY]?: ClockSetting };

const UNMOVED: ClockSetting = { offsetMs: 0 };

/** The present instant; `machineNow` apart, the only place that reads the machine's clock. */
export function now(): Date {
  const { offsetMs, frozenAt } = clockSetting();
  return new Date(frozenAt ?? Date.now() + offsetMs);
}

/** What the machine's clock says: for what the world outside compares with its own, and for what protects the machine. */
export function machineNow(): Date {
  return new Date();
}

/** The earlier of the two clocks. */
export function earlierNow(): Date {
  return new Date(Math.min(now().getTime(), Date.now()));
}

/** How this process's clock stands. */
export function clockSetting(): ClockSetting {
  return (globalThis as Holder)[KEY] ?? UNMOVED;
}

/** Whether the clock says anything else than the machine's. */
export function isClockMoved(): boolean {
  const { offsetMs, frozenAt } = clockSetting();
  return offsetMs !== 0 || frozenAt !== undefined;
}

/** Sets this process's clock; only a sandbox and tests steer time. */
export function setClock(setting: ClockSetting): void {
  (globalThis as Holder)[KEY] = setting;
}

/** Moves this process's clock by so many milliseconds. */
export function setClockOffset(offsetMs: number): void {
  setClock({ offsetMs });
}
