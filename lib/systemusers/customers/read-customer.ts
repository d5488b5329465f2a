import { eq } from 'drizzle-orm';
import type { Context } from '../../context/context.ts';
import { statusProblem } from '../../kernel/errors.ts';
import { assertVendor } from '../../register/assert-vendor.ts';
import { selectSystemUser } from '../store.ts';
import type { Customer } from './model.ts';
import { toCustomers } from './to-customers.ts';

/**
 * Reads one system user as the vendor of its system, an ended one too.
 * @throws BareError 401, 403 for strangers · ProblemError 404
 */
export async function readCustomer(context: Context, id: string): Promise<Customer> {
  const { db } = context;
  const user = await selectSystemUser(db, eq(db.tables.systemUsers.id, id));
  if (!user) throw statusProblem(404);
  await assertVendor(context, user.vendorOrgNo);
  const [customer] = await toCustomers(db, [user]);
  if (!customer) throw statusProblem(404);
  return customer;
}
