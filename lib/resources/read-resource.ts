import type { Context } from '../context/context.ts';
import { statusProblem } from '../kernel/errors.ts';
import { findResource } from './find-resource.ts';
import type { Resource } from './model.ts';

/**
 * Reads a resource, or one version of it; open to everybody.
 * @throws ProblemError 404
 */
export async function readResource(
  context: Context,
  key: { readonly identifier: string; readonly versionId?: number | undefined },
): Promise<Resource> {
  const resource = await findResource(context.db, key.identifier, key.versionId);
  if (!resource) throw statusProblem(404);
  return resource;
}
