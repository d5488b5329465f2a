import { eq } from 'drizzle-orm';
import { cache } from 'react';
import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { type Power, powersOf } from '../parties/authority.ts';
import type { Organisation } from '../parties/model.ts';
import type { SignedIn } from './page-context.ts';

/** The four sides of the portal. */
export type Area = 'organisation' | 'vendor' | 'owner' | 'platform';

/** The pages of the organisation's own side. */
export type OwnPage = 'systemUsers' | 'requests' | 'delegations' | 'activity';

type Who = Pick<SignedIn, 'context' | 'organisation'>;

/** Looked up once per call, however many menus the page has. */
const powers = cache(powersOf);

/** What the pages of the organisation's own side ask for; its requests are open to everybody who has anything there. */
const POWERS: Readonly<Record<OwnPage, Power | undefined>> = {
  systemUsers: 'system-user-overview.read',
  requests: undefined,
  delegations: 'api-delegation',
  activity: 'access-management.read',
};

/**
 * The areas that follow the organisation acted for and are open to the person: everybody's own, the vendor's once it has
 * applied for an agreement, the service owner's by its short code, the operator's by its number; the last three with
 * technical administration. Only for menus: verbs decide what is allowed.
 */
export async function areasOf({ context, organisation }: Who): Promise<readonly Area[]> {
  const { db, actor } = context;
  if (!organisation || !(await powers(db, actor, organisation.uuid)).has('technical-administration')) {
    return ['organisation'];
  }
  return [
    'organisation',
    ...((await hasApplied(db, organisation)) ? (['vendor'] as const) : []),
    ...(organisation.orgCode === undefined ? [] : (['owner'] as const)),
    ...(organisation.orgNo === env().OPERATOR_ORG_NO ? (['platform'] as const) : []),
  ];
}

/** The pages of the organisation's own side that are open to the person; all until one is chosen. Only for menus, too. */
export async function ownPagesOf({ context, organisation }: Who): Promise<readonly OwnPage[]> {
  const held = organisation && (await powers(context.db, context.actor, organisation.uuid));
  return (['systemUsers', 'requests', 'delegations', 'activity'] as const).filter((page) => {
    const power = POWERS[page];
    return !held || !power || held.has(power);
  });
}

async function hasApplied(db: Db, { orgNo }: Organisation): Promise<boolean> {
  const { vendorAgreements } = db.tables;
  const agreements = await db
    .select({ orgNo: vendorAgreements.orgNo })
    .from(vendorAgreements)
    .where(eq(vendorAgreements.orgNo, orgNo));
  return agreements.length > 0;
}
