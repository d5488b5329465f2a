import type { GrantedToken } from './request-token.ts';

/** A token that is about to end would end on its way to the API. */
const MARGIN_MS = 10_000;

/** An access token. */
export type AccessToken = {
  readonly accessToken: string;
  readonly scope: string;
  /** By the clock here. */
  readonly expiresAt: Date;
};

type Kept = { readonly token: Promise<AccessToken>; endsAt: number };

/** Asks once for what is asked for at the same time, and again only when the token is about to end. A refusal is not kept. */
export function keepUntilItEnds<Request extends object>(
  ask: (request: Request) => Promise<GrantedToken>,
): (request: Request) => Promise<AccessToken> {
  const kept = new Map<string, Kept>();
  return (request) => {
    const key = toKey(request);
    const found = kept.get(key);
    if (found && found.endsAt > Date.now()) return found.token;
    kept.delete(key);
    forgetEnded(kept);
    const entry: Kept = { token: ask(request).then(toAccessToken), endsAt: Number.POSITIVE_INFINITY };
    kept.set(key, entry);
    entry.token.then(
      ({ expiresAt }) => {
        entry.endsAt = expiresAt.getTime() - MARGIN_MS;
      },
      () => kept.delete(key),
    );
    return entry.token;
  };
}

/** The same whatever order the members are written in; one that is `undefined` counts as absent. */
function toKey(request: object): string {
  return JSON.stringify(
    Object.entries(request)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .filter(([, value]) => value !== undefined),
  );
}

function toAccessToken({ accessToken, scope, expiresIn }: GrantedToken): AccessToken {
  return { accessToken, scope, expiresAt: new Date(Date.now() + expiresIn * 1000) };
}

/** Those that lie longest lie first, so that what has ended is found without looking at all. */
function forgetEnded(kept: Map<string, Kept>): void {
  for (const [key, { endsAt }] of kept) {
    if (endsAt > Date.now()) return;
    kept.delete(key);
  }
}
