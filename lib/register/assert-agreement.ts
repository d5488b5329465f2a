import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context/context.ts';
import { noAgreement } from './problems.ts';

/** Statuses of an agreement that let a vendor work: in test, on its way to production, and there. */
const IN_FORCE = ['test', 'production-applied', 'production'] as const;

/**
 * Refuses people of an organisation that has no agreement in force with the operator. Machines pass: the agreement is
 * what gives them their scopes, and takes them away.
 * @throws ProblemError 403 `agreement-missing`
 */
export async function assertAgreement({ db, actor }: Context, vendorOrgNo: string): Promise<void> {
  if (actor.kind === 'organisation') return;
  const { vendorAgreements } = db.tables;
  const [row] = await db
    .select({ orgNo: vendorAgreements.orgNo })
    .from(vendorAgreements)
    .where(and(eq(vendorAgreements.orgNo, vendorOrgNo), inArray(vendorAgreements.status, [...IN_FORCE])))
    .limit(1);
  if (!row) throw noAgreement();
}
