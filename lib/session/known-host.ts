const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a Host header names this portal: its public address, or a loopback name on the same port when the public address
 * is one itself. A page from another name is somebody else's, pointed at this machine (DNS rebinding, B29).
 */
export function isKnownHost(host: string | null, portalUrl: string): boolean {
  if (host === null || !URL.canParse(`http://${host}`)) return false;
  const portal = new URL(portalUrl);
  if (host.toLowerCase() === portal.host) return true;
  const asked = new URL(`${portal.protocol}//${host}`);
  return LOOPBACK.has(portal.hostname) && LOOPBACK.has(asked.hostname) && asked.port === portal.port;
}
