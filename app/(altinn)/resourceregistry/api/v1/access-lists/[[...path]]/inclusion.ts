import { readQuery, readQueryWords } from '#lib/http/query.ts';
import { bindingProblem, validationProblem } from '#lib/kernel/errors.ts';
import { registryError, registryProblem } from '#lib/resources/problems.ts';

/** The words of `include`; the last is this registry's own, for connections with their actions. */
export const INCLUDES = ['resources', 'resource-actions', 'members', 'resource-connections'] as const;

/** The resource whose connections to show, and whether with their actions. */
type Inclusion = { readonly resourceId: string; readonly hasActions: boolean };

/**
 * Reads `include`, whose words count as they are spelled, and `resource`.
 * @returns `undefined` when nothing is to be included
 * @throws ProblemError 400 for another word, 501 RR-00000 for members, 400 RR.VLD-00002 without a resource
 */
export function readInclusion(url: URL): Inclusion | undefined {
  const words = readQueryWords(url, 'include');
  const unknown = words.filter((word) => !INCLUDES.some((known) => known === word));
  if (unknown.length > 0) throw bindingProblem({ include: unknown.map((word) => `The value '${word}' is not valid.`) });
  if (words.includes('members')) throw registryProblem('RR-00000');
  if (words.length === 0) return undefined;
  const resourceId = readQuery(url, 'resource')?.trim();
  if (!resourceId) throw validationProblem([registryError('RR.VLD-00002', '/$QUERY/include', '/$QUERY/resource')]);
  return { resourceId, hasActions: words.some((word) => word !== 'resources') };
}
