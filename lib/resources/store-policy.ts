import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '#db/open.ts';
import type { Policy } from './model.ts';
import { subjectUrnsOf } from './policies/flatten-policy.ts';
import { writePolicy } from './policies/write-policy.ts';

const FEED = 'policy-feed';

/**
 * Stores a resource's policy and keeps the subject index in step. A policy that is stored just so already is left
 * alone, so that seeds may run again. Trusts its caller: neither resource nor policy is checked.
 * @returns the version, which counts the uploads
 */
export async function storePolicy(
  tx: Transaction,
  stored: {
    readonly identifier: string;
    readonly policy: Policy;
    /** The text as uploaded; written from the policy when absent. */
    readonly xml?: string;
    readonly at: Date;
  },
): Promise<number> {
  const { resourcePolicies } = tx.tables;
  const { identifier, policy } = stored;
  const xml = stored.xml ?? writePolicy(identifier, policy);
  const position = await nextPosition(tx, stored.at);
  const [known] = await tx.select().from(resourcePolicies).where(eq(resourcePolicies.identifier, identifier));
  if (known?.xml === xml) return known.version;
  const row = { xml, version: (known?.version ?? 0) + 1, updatedAt: position };
  await tx
    .insert(resourcePolicies)
    .values({ identifier, ...row })
    .onConflictDoUpdate({ target: resourcePolicies.identifier, set: row });
  await indexSubjects(tx, identifier, subjectUrnsOf(policy), position);
  return row.version;
}

/** Removes a resource's policy; its subjects stay in the index as deleted, for the feed. */
export async function removePolicy(tx: Transaction, identifier: string, at: Date): Promise<void> {
  const { resourcePolicies } = tx.tables;
  const position = await nextPosition(tx, at);
  await tx.delete(resourcePolicies).where(eq(resourcePolicies.identifier, identifier));
  await indexSubjects(tx, identifier, [], position);
}

/** Only what changes moves in the feed. */
async function indexSubjects(tx: Transaction, identifier: string, urns: readonly string[], at: Date): Promise<void> {
  const { policySubjects } = tx.tables;
  const rows = await tx.select().from(policySubjects).where(eq(policySubjects.identifier, identifier));
  const live = new Set(rows.filter((row) => !row.isDeleted).map((row) => row.subjectUrn));
  const added = urns.filter((urn) => !live.has(urn));
  for (const subjectUrn of added) {
    await tx
      .insert(policySubjects)
      .values({ identifier, subjectUrn, updatedAt: at, isDeleted: false })
      .onConflictDoUpdate({
        target: [policySubjects.identifier, policySubjects.subjectUrn],
        set: { updatedAt: at, isDeleted: false },
      });
  }
  const removed = [...live].filter((urn) => !urns.includes(urn));
  if (removed.length === 0) return;
  await tx
    .update(policySubjects)
    .set({ updatedAt: at, isDeleted: true })
    .where(and(eq(policySubjects.identifier, identifier), inArray(policySubjects.subjectUrn, removed)));
}

/**
 * The instant under which a change stands in the feeds: later than every earlier one, and taken under a lock that is
 * held to the end of the transaction, so that a reader of the feed never passes a change that commits late.
 */
async function nextPosition(tx: Transaction, at: Date): Promise<Date> {
  const { sequences } = tx.tables;
  await tx.insert(sequences).values({ name: FEED, value: 0 }).onConflictDoNothing();
  const [last] = await tx.locked(tx.select().from(sequences).where(eq(sequences.name, FEED)));
  const value = Math.max(at.getTime(), (last?.value ?? 0) + 1);
  await tx.update(sequences).set({ value }).where(eq(sequences.name, FEED));
  return new Date(value);
}
