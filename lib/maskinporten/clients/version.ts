import { administrationProblem } from '../administration/problems.ts';

/** The entity tag of a client and its keys: strong, new with every change. @see RFC 9110 §8.8.3 */
export function toEtag(version: number): string {
  return `"${version}"`;
}

/**
 * Demands that the version is one the caller has seen; without the header everything goes.
 * @param ifMatch the header's value, or `undefined`
 * @throws ProblemError 412 `version_conflict`
 * @see RFC 9110 §13.1.1
 */
export function assertVersion(version: number, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  if (!tags.includes(toEtag(version))) throw administrationProblem('version_conflict');
}
