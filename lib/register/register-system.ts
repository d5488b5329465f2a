import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { isUniqueViolation } from '#db/failures.ts';
import type { Transaction } from '#db/open.ts';
import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import { ISO6523_PREFIX, parseOrgNo } from '../kernel/brands.ts';
import { BareError, type ValidationError, validationProblem } from '../kernel/errors.ts';
import { assertChangingVendor, assertRegisterScope } from './assert-vendor.ts';
import { recordChange, toChangedSystem } from './change-log.ts';
import { checkClients } from './check-clients.ts';
import { checkAccessPackages, checkRights } from './check-contents.ts';
import { checkRedirectUrls } from './check-redirects.ts';
import type { RegisteredSystem } from './model.ts';
import { registerError } from './problems.ts';
import { insertSystem, replaceClients, selectSystem } from './store.ts';

/** A system as its vendor describes it; used to register it and to replace it. */
export type SystemDescription = Pick<
  RegisteredSystem,
  'name' | 'description' | 'rights' | 'accessPackages' | 'clientIds' | 'isVisible' | 'allowedRedirectUrls'
> & {
  readonly systemId: string;
  /** `0192:<vendor organisation number>` */
  readonly vendorId: string;
  /** Ours; unknown to Altinn. `undefined` keeps what is stored. */
  readonly redirectResult?: boolean | undefined;
};

/**
 * Registers a vendor's system; the id is taken for ever, the client ids while the system lives.
 * A caller who is not the vendor learns nothing of what else is wrong.
 * @returns the internal id
 * @throws BareError 401, 403, 409 · ProblemError agreement-missing, AUTH.VLD-00000 at once, else every VLD code that applies.
 * @see Altinn system register, POST vendor
 */
export async function registerSystem(context: Context, description: SystemDescription): Promise<string> {
  assertRegisterScope(context);
  const vendorOrgNo = parseVendor(description.vendorId);
  if (!vendorOrgNo) throw validationProblem([registerError('AUTH.VLD-00000')]);
  const errors = await checkDescription(context, description, vendorOrgNo);
  const by = await assertChangingVendor(context, vendorOrgNo);
  if (errors.length > 0) throw validationProblem(errors);

  const internalId = randomUUID();
  const { vendorId: _vendor, ...details } = description;
  const redirects = checkRedirectUrls(description.allowedRedirectUrls);
  const system = {
    ...details,
    internalId,
    vendorOrgNo,
    allowedRedirectUrls: redirects.urls,
    redirectResult: description.redirectResult ?? false,
  };
  try {
    await context.db.transaction(async (tx) => {
      await store(tx, system, context.now);
      await recordChange(tx, context, { system, by, type: 'create', data: toChangedSystem(system) });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw await lostRace(context, description.systemId);
    throw error;
  }
  return internalId;
}

/**
 * Reads the organisation number out of `0192:<number>`. The control digit counts where real vendors register; the sandbox
 * also takes invented numbers.
 */
function parseVendor(vendorId: string): string | undefined {
  if (!vendorId.startsWith(ISO6523_PREFIX)) return undefined;
  const orgNo = vendorId.slice(ISO6523_PREFIX.length);
  if (env().PORTAL_ENVIRONMENT === 'sandbox') return /^[0-9]{9}$/.test(orgNo) ? orgNo : undefined;
  return parseOrgNo(orgNo);
}

async function checkDescription(
  { db }: Context,
  description: SystemDescription,
  vendorOrgNo: string,
): Promise<readonly ValidationError[]> {
  const { systemId, rights, accessPackages, isVisible, clientIds } = description;
  const errors: ValidationError[] = [];
  if (systemId.includes(' ')) errors.push(registerError('AUTH.VLD-00013'));
  if (!systemId.startsWith(`${vendorOrgNo}_`)) errors.push(registerError('AUTH.VLD-00001'));
  if (await selectSystem(db, eq(db.tables.systems.systemId, systemId))) errors.push(registerError('AUTH.VLD-00002'));
  errors.push(...checkRedirectUrls(description.allowedRedirectUrls).errors);
  errors.push(...(await checkClients(db, { vendorOrgNo, clientIds })));
  errors.push(...(await checkRights(db, rights)));
  errors.push(...(await checkAccessPackages(db, accessPackages, isVisible)));
  return errors;
}

async function store(
  tx: Transaction,
  system: Parameters<typeof insertSystem>[1] & { clientIds: readonly string[] },
  at: Date,
) {
  const { clientIds, ...row } = system;
  await insertSystem(tx, row, at);
  await replaceClients(tx, system.internalId, clientIds);
}

/** Which of the two unique things somebody else took between the check and the write. */
async function lostRace({ db }: Context, systemId: string): Promise<Error> {
  const taken = await selectSystem(db, eq(db.tables.systems.systemId, systemId));
  if (taken) return new BareError(409, `The System already exist: ${systemId}`);
  return validationProblem([registerError('AUTH.VLD-00004')]);
}
