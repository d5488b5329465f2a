/** Where a base ends: before Altinn's APIs, and after their version. */
const JOINTS = /^\/+(authentication|authorization|accessmanagement|resourceregistry)\/+api\/+(v\d)\/+/i;

/**
 * The path that a client of Altinn's APIs meant whose base ends in a slash and whose path begins with one: at these joints
 * a run of slashes is one, as at the real ones. Elsewhere it stays as it is, for an empty name is no name.
 * @param target path and query
 */
export function joinedPath(target: string): string {
  return target.replace(JOINTS, '/$1/api/$2/');
}
