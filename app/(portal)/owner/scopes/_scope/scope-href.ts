/** The page of a scope; its name holds colons and slashes. */
export function scopeHref(name: string): string {
  return `/owner/scopes/${encodeURIComponent(name)}`;
}

/** The name that a path holds. */
export function scopeNameOf(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
