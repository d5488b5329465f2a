/** A year, as the preload lists want it. */
const HSTS = 'max-age=31536000; includeSubDomains';
const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/**
 * `Strict-Transport-Security` of an installation, so that browsers come by https only (C15).
 * @returns `undefined` on the own machine, where it would lock every other server of the same name out.
 */
export function strictTransport(hostname: string): string | undefined {
  return LOOPBACK_HOSTS.includes(hostname) ? undefined : HSTS;
}
