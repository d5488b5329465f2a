import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';
import type { Policy } from './model.ts';

/** A policy as stored: the parsed form for deciding, the text for download; `version` counts the uploads. */
export type StoredPolicy = { readonly policy: Policy; readonly xml: string; readonly version: number };

type Cached = { readonly version: number; readonly updatedAt: number; readonly policy: Policy };

const CACHE_SIZE = 1000;
const caches = new WeakMap<Db['tables'], Map<string, Cached>>();

const policyVersion = prepared('policy_version', (db) => {
  const { resourcePolicies, resources } = db.tables;
  return db
    .select({ version: resourcePolicies.version, updatedAt: resourcePolicies.updatedAt })
    .from(resourcePolicies)
    .innerJoin(resources, eq(resources.identifier, resourcePolicies.identifier))
    .where(and(eq(resourcePolicies.identifier, sql.placeholder('identifier')), eq(resources.isDeleted, false)));
});

/**
 * Finds the policy of a resource, as of now: the version is read every time, only the parsed form is remembered.
 * @returns `undefined` when the resource is unknown, deleted or has no policy
 */
export async function findPolicy(db: Db, identifier: string): Promise<Policy | undefined> {
  const { resourcePolicies } = db.tables;
  const [row] = await policyVersion(db, { identifier });
  if (!row) return undefined;
  const cache = cacheOf(db);
  const known = cache.get(identifier);
  if (known && known.version === row.version && known.updatedAt === row.updatedAt.getTime()) return known.policy;
  const [stored] = await db.select().from(resourcePolicies).where(eq(resourcePolicies.identifier, identifier));
  if (!stored) return undefined;
  const policy = stored.parsed as Policy;
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(identifier, { version: stored.version, updatedAt: stored.updatedAt.getTime(), policy });
  return policy;
}

/** Finds the policy with its XML and version, for download and for its owner's pages. */
export async function findStoredPolicy(db: Db, identifier: string): Promise<StoredPolicy | undefined> {
  const { resourcePolicies, resources } = db.tables;
  const [row] = await db
    .select({ parsed: resourcePolicies.parsed, xml: resourcePolicies.xml, version: resourcePolicies.version })
    .from(resourcePolicies)
    .innerJoin(resources, eq(resources.identifier, resourcePolicies.identifier))
    .where(and(eq(resourcePolicies.identifier, identifier), eq(resources.isDeleted, false)));
  return row && { policy: row.parsed as Policy, xml: row.xml, version: row.version };
}

function cacheOf(db: Db): Map<string, Cached> {
  const known = caches.get(db.tables);
  if (known) return known;
  const made = new Map<string, Cached>();
  caches.set(db.tables, made);
  return made;
}
