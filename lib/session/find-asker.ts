import { and, eq } from 'drizzle-orm';
import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import { parseUuid } from '../kernel/brands.ts';
import { DAY_MS } from '../kernel/durations.ts';
import { findOrganisation } from '../parties/find-party.ts';

/** All that somebody who has not signed in may learn of a request (C10). */
export type Asker = { readonly vendor: string; readonly organisation: string; readonly deadline: Date };

/**
 * Says who asks, for which organisation and until when, for the address that a log-in leads back to.
 * @returns `undefined` unless the address is that of a request which waits for an answer.
 */
export async function findAsker({ db, now }: Context, returnTo: string): Promise<Asker | undefined> {
  const id = parseUuid(returnTo.match(/^\/requests\/([^/?#]+)/)?.[1] ?? '');
  if (!id) return undefined;
  const { changeRequests, systemUserRequests } = db.tables;
  for (const table of [systemUserRequests, changeRequests]) {
    const [row] = await db
      .select({ vendorOrgNo: table.vendorOrgNo, partyOrgNo: table.partyOrgNo, createdAt: table.createdAt })
      .from(table)
      .where(and(eq(table.id, id), eq(table.status, 'New'), eq(table.isDeleted, false)));
    if (!row) continue;
    const deadline = new Date(row.createdAt.getTime() + env().REQUEST_EXPIRY_DAYS * DAY_MS);
    const vendor = await findOrganisation(db, row.vendorOrgNo);
    const organisation = await findOrganisation(db, row.partyOrgNo);
    if (deadline < now || !vendor || !organisation) return undefined;
    return { vendor: vendor.name, organisation: organisation.name, deadline };
  }
  return undefined;
}
