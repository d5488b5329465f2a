import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';
import { resourceOf } from './find-resource.ts';
import type { Policy, Resource } from './model.ts';
import { parsePolicy } from './policies/parse-policy.ts';
import { remembered, type Stamp } from './remembered.ts';

/** A policy as stored, its parsed form and its text; `version` counts the uploads. */
export type StoredPolicy = { readonly policy: Policy; readonly xml: string; readonly version: number };

/** A resource and what governs it. */
export type GovernedResource = { readonly resource: Resource; readonly policy: Policy };

/** Which states of a resource and its policy count; both are there and not deleted. */
export type GoverningStamps = { readonly policy: Stamp; readonly resource: Stamp };

const stamps = prepared('policy_stamps', (db) => {
  const { resourcePolicies, resources } = db.tables;
  return db
    .select({
      version: resourcePolicies.version,
      updatedAt: resourcePolicies.updatedAt,
      resourceVersion: resources.versionId,
      resourceUpdatedAt: resources.updatedAt,
    })
    .from(resourcePolicies)
    .innerJoin(resources, eq(resources.identifier, resourcePolicies.identifier))
    .where(and(eq(resourcePolicies.identifier, sql.placeholder('identifier')), eq(resources.isDeleted, false)));
});

/** The policy of a resource whose stamp was just read; only the parsed form is remembered. */
const policyOf = remembered<Policy>(async (db, identifier) => {
  const { resourcePolicies } = db.tables;
  const [stored] = await db.select().from(resourcePolicies).where(eq(resourcePolicies.identifier, identifier));
  return stored && { stamp: stored, value: readStored(stored.xml) };
});

/** A text that was taken once and that a later release does not understand permits nothing. */
function readStored(xml: string): Policy {
  try {
    return parsePolicy(xml);
  } catch {
    return { rules: [], obligations: [] };
  }
}

/**
 * Finds the policy of a resource, as of now.
 * @returns `undefined` when the resource is unknown, deleted or has no policy
 */
export async function findPolicy(db: Db, identifier: string): Promise<Policy | undefined> {
  const [stamp] = await stamps(db, { identifier });
  return stamp && policyOf(db, identifier, stamp);
}

/** Finds a resource together with its policy, as of now. @returns `undefined` as `findPolicy` does */
export async function findGoverned(db: Db, identifier: string): Promise<GovernedResource | undefined> {
  const [row] = await stamps(db, { identifier });
  if (!row) return undefined;
  return governedBy(db, identifier, {
    policy: row,
    resource: { version: row.resourceVersion, updatedAt: row.resourceUpdatedAt },
  });
}

/** The same when their stamps have just been read. */
export async function governedBy(
  db: Db,
  identifier: string,
  stamp: GoverningStamps,
): Promise<GovernedResource | undefined> {
  const policy = await policyOf(db, identifier, stamp.policy);
  const resource = await resourceOf(db, identifier, stamp.resource);
  return policy && resource && { resource, policy };
}

/** Finds the policy with its XML and version, for download and for its owner's pages. */
export async function findStoredPolicy(db: Db, identifier: string): Promise<StoredPolicy | undefined> {
  const { resourcePolicies, resources } = db.tables;
  const [row] = await db
    .select({ xml: resourcePolicies.xml, version: resourcePolicies.version })
    .from(resourcePolicies)
    .innerJoin(resources, eq(resources.identifier, resourcePolicies.identifier))
    .where(and(eq(resourcePolicies.identifier, identifier), eq(resources.isDeleted, false)));
  return row && { policy: readStored(row.xml), xml: row.xml, version: row.version };
}
