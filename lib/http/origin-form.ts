const ORIGIN = /^https?:\/\/[^/?#]+/i;

/**
 * Path and query of a request's target, also of the absolute form, which a client sends that takes us for its proxy. Its
 * host counts no more than the `Host` header does.
 * @see RFC 9112 §3.2.2
 */
export function originForm(target: string): string {
  const rest = target.replace(ORIGIN, '');
  return rest === target || rest.startsWith('/') ? rest : `/${rest}`;
}
