/** How old the last look at the other clock may be. */
const LOOK_LIFE_MS = 1000;
const TIMEOUT_MS = 1000;

/** A clock that agrees with another one; `look` before a request, `now` in milliseconds since 1970 during it. */
export type Clock = { readonly look: () => Promise<void>; readonly now: () => number };

/**
 * Keeps the time of a sandbox, where it can be moved: by the `Date` of whatever the address answers, asked at most once a
 * second. An address that does not answer leaves the clock as it was.
 * @param url `undefined` for the machine's own time
 */
export function keepClock(url: string | undefined): Clock {
  let aheadMs = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;

  const fetchDate = async (address: string): Promise<void> => {
    lookedAt = performance.now();
    try {
      const init = { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) } as const;
      const date = Date.parse((await fetch(address, init)).headers.get('date') ?? '');
      // The header tells whole seconds: what is less than two is no difference.
      if (!Number.isNaN(date)) aheadMs = Math.abs(date - Date.now()) < 2000 ? 0 : date - Date.now();
    } catch {
      // Whoever is away now is asked again at the next look.
    }
  };

  return {
    now: () => Date.now() + aheadMs,
    look: async () => {
      if (url === undefined || performance.now() - lookedAt < LOOK_LIFE_MS) return looking;
      looking = fetchDate(url).finally(() => {
        looking = undefined;
      });
      return looking;
    },
  };
}
