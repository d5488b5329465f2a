import type { Db } from '#db/open.ts';
import type { Context } from '../../context/context.ts';
import { validationProblem } from '../../kernel/errors.ts';
import { findOrganisation } from '../../parties/find-party.ts';
import {
  ACCESS_LIST_PDP,
  ACCESS_LIST_READ,
  ACCESS_LIST_WRITE,
  assertOwner,
  assertRegistryCaller,
} from '../assert-owner.ts';
import { registryError } from '../problems.ts';

/** A service owner who may have lists. */
export type ListOwner = { readonly orgCode: string; readonly orgNo: string };

/**
 * Passes whoever may read the owner's lists. Only an administrator, or who says the own number, hears that an owner is
 * unknown: to others it is as closed as any.
 * @param text the owner's code, or its organisation number
 * @throws BareError 401, 403 · ProblemError 400 RR.VLD-00010 for an unknown owner
 */
export function assertListReader(context: Context, text: string): Promise<ListOwner> {
  return assertListOwner(context, text, [ACCESS_LIST_READ, ACCESS_LIST_WRITE, ACCESS_LIST_PDP]);
}

/** Passes whoever may change the owner's lists; the rest as for `assertListReader`. */
export function assertListWriter(context: Context, text: string): Promise<ListOwner> {
  return assertListOwner(context, text, [ACCESS_LIST_WRITE]);
}

async function assertListOwner(context: Context, text: string, scopes: readonly string[]): Promise<ListOwner> {
  assertRegistryCaller(context, ...scopes);
  const name = text.toLowerCase();
  const owner = (await findRegistered(context.db, name)) ?? (await findInToken(context, name));
  await assertOwner(context, owner?.orgNo ?? name, ...scopes);
  if (!owner) throw validationProblem([registryError('RR.VLD-00010', '/$PATH/owner')]);
  return owner;
}

async function findRegistered(db: Db, name: string): Promise<ListOwner | undefined> {
  const found = await findOrganisation(db, /^[0-9]{9}$/.test(name) ? name : { orgCode: name });
  return found?.orgCode ? { orgCode: found.orgCode, orgNo: found.orgNo } : undefined;
}

/** The caller as its token names it, when the register has a service owner by neither the code nor the number. */
async function findInToken({ db, actor }: Context, name: string): Promise<ListOwner | undefined> {
  if (actor.kind !== 'organisation' || actor.orgCode === undefined) return undefined;
  const { orgCode, orgNo } = actor;
  if (name !== orgCode && name !== orgNo) return undefined;
  const isTaken = await findRegistered(db, name === orgNo ? orgCode : orgNo);
  return isTaken ? undefined : { orgCode, orgNo };
}
