/**
 * Does the work in rounds, with a pause between them, until it is stopped.
 * @param options `pauseMs` the pause in milliseconds; `report` learns of a round that broke off, as when the database is
 * away; the next round tries again
 * @returns what stops it, after the round that is under way.
 */
export function keepDoing(
  work: () => Promise<unknown>,
  { pauseMs, report }: { readonly pauseMs: number; readonly report: (error: unknown) => void },
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let round: Promise<void> = Promise.resolve();
  const start = () => {
    round = work()
      .then(() => undefined, report)
      .finally(() => {
        if (!stopped) timer = setTimeout(start, pauseMs).unref();
      });
  };
  start();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await round;
  };
}
