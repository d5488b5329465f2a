import { altinnCaller, type TokenSource } from './call-altinn.ts';
import type { Fetch } from './call-service.ts';
import { requestCalls } from './requests.ts';
import { systemUserCalls } from './system-users.ts';
import { systemCalls } from './systems.ts';

/** Which platform, and whose tokens. */
export type AltinnOptions = {
  /** `https://platform.tt02.altinn.no`, say. */
  readonly base: string;
  readonly token: TokenSource;
  readonly fetch?: Fetch;
};

/** Altinn as a system vendor uses it. */
export type Altinn = ReturnType<typeof createAltinn>;

/**
 * Calls Altinn as one vendor, with a token for just the scope that each call takes. Every call throws `AltinnRefused`,
 * `ServiceUnavailable`, and what the token source throws; none is made again by itself.
 */
export function createAltinn({ base, token, fetch = globalThis.fetch }: AltinnOptions) {
  const call = altinnCaller(fetch, base, token);
  return { ...systemCalls(call), ...requestCalls(call), ...systemUserCalls(call) };
}
