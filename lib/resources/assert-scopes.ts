import { and, eq } from 'drizzle-orm';
import { hasAnyScope } from '../context/assert.ts';
import type { Context } from '../context/context.ts';
import { RESOURCE_ADMIN } from './assert-owner.ts';
import { type ResourceDetails, scopesOf } from './model.ts';
import { foreignScopes } from './problems.ts';

/**
 * Refuses a resource that references scopes outside the caller's prefixes: those of the token, or, for a person acting
 * for the owner, those that the owner has.
 * @throws ProblemError 401 that lists the scopes
 */
export async function assertOwnScopes(context: Context, details: ResourceDetails, ownerOrgNo: string): Promise<void> {
  const scopes = scopesOf(details);
  if (scopes.length === 0) return;
  const { actor } = context;
  if (actor.kind === 'organisation' && hasAnyScope(actor, [RESOURCE_ADMIN])) return;
  const prefixes = actor.kind === 'organisation' ? actor.prefixes : await prefixesOf(context, ownerOrgNo);
  const foreign = scopes.filter((scope) => !prefixes.some((prefix) => scope.startsWith(`${prefix}:`)));
  if (foreign.length > 0) throw foreignScopes(foreign);
}

async function prefixesOf(context: Context, ownerOrgNo: string): Promise<readonly string[]> {
  const { scopePrefixes } = context.db.tables;
  const rows = await context.db
    .select({ prefix: scopePrefixes.prefix })
    .from(scopePrefixes)
    .where(and(eq(scopePrefixes.ownerOrgNo, ownerOrgNo), eq(scopePrefixes.active, true)));
  return rows.map((row) => row.prefix);
}
