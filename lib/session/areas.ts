import { eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import type { Organisation } from '../parties/model.ts';

/** The four sides of the portal. */
export type Area = 'organisation' | 'vendor' | 'owner' | 'platform';

/**
 * The areas that follow the organisation acted for: everybody's own, the vendor's once it has applied for an agreement,
 * the service owner's by its short code, the operator's by its number. Only for menus: verbs decide what is allowed.
 */
export async function areasOf(db: Db, organisation: Organisation): Promise<readonly Area[]> {
  const { vendorAgreements } = db.tables;
  const agreements = await db
    .select({ orgNo: vendorAgreements.orgNo })
    .from(vendorAgreements)
    .where(eq(vendorAgreements.orgNo, organisation.orgNo));
  return [
    'organisation',
    ...(agreements.length > 0 ? (['vendor'] as const) : []),
    ...(organisation.orgCode === undefined ? [] : (['owner'] as const)),
    ...(organisation.orgNo === env().OPERATOR_ORG_NO ? (['platform'] as const) : []),
  ];
}
