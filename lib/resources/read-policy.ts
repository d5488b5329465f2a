import type { Context } from '../context/context.ts';
import { BareError, statusProblem } from '../kernel/errors.ts';
import { findPolicy, findStoredPolicy, type StoredPolicy } from './find-policy.ts';
import { findResource } from './find-resource.ts';
import type { Policy } from './model.ts';

/**
 * Reads a policy for download; open to everybody.
 * @throws BareError 404 that says whether the resource or its policy is missing
 */
export async function readStoredPolicy(context: Context, identifier: string): Promise<StoredPolicy> {
  if (!(await findResource(context.db, identifier))) throw new BareError(404, 'Unable to find resource');
  const stored = await findStoredPolicy(context.db, identifier);
  if (!stored) throw new BareError(404, 'Unable to find requested policy');
  return stored;
}

/**
 * Reads a policy to list its rules and rights; open to everybody.
 * @throws ProblemError 404 when the resource has none
 */
export async function readPolicy(context: Context, identifier: string): Promise<Policy> {
  const policy = await findPolicy(context.db, identifier);
  if (!policy) throw statusProblem(404);
  return policy;
}
