/** The issuer's clock, as far as its answers tell: a grant is judged by it, whatever the clock here says. */
export type IssuerClock = {
  readonly now: () => Date;
  /** How far the issuer's clock is ahead of the one here, in milliseconds; 0 until it has answered. */
  readonly aheadMs: () => number;
  /** Learns from the `Date` of an answer, and from its `Age` when it was kept on the way (RFC 9110 §6.6.1, RFC 9111 §5.1). */
  readonly learn: (headers: Headers) => void;
};

/** Makes a clock that nobody has told anything yet. */
export function createIssuerClock(): IssuerClock {
  let aheadMs = 0;
  return {
    now: () => new Date(Date.now() + aheadMs),
    aheadMs: () => aheadMs,
    learn: (headers) => {
      const at = Date.parse(headers.get('date') ?? '') + Number(headers.get('age') ?? 0) * 1000;
      if (!Number.isNaN(at)) aheadMs = toWholeSeconds(at - Date.now());
    },
  };
}

/** `Date` has seconds only, cut off: less than a second's difference is none. */
function toWholeSeconds(ms: number): number {
  return Math.abs(ms) < 1000 ? 0 : Math.ceil(ms / 1000) * 1000;
}
