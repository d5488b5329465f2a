import type { Transaction } from '#db/open.ts';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context/context.ts';
import { toIso6523 } from '../kernel/brands.ts';
import type { RegisterCaller } from './assert-vendor.ts';
import type { ChangeType, RegisteredSystem, Right } from './model.ts';

const AUDIT_ACTIONS = {
  create: 'system.registered',
  update: 'system.updated',
  rightsupdate: 'system.rights-updated',
  accesspackageupdate: 'system.packages-updated',
  delete: 'system.deleted',
} as const satisfies Partial<Record<ChangeType, string>>;

/** Writes one entry of the vendor's change log and one of the audit trail, in the transaction of the change itself. */
export async function recordChange(
  tx: Transaction,
  context: Context,
  change: {
    readonly system: Pick<RegisteredSystem, 'internalId' | 'systemId' | 'vendorOrgNo'>;
    readonly by: RegisterCaller;
    readonly type: keyof typeof AUDIT_ACTIONS;
    readonly data: unknown;
    readonly before?: unknown;
  },
): Promise<void> {
  const { system, by, type, data, before } = change;
  await tx.insert(tx.tables.systemChanges).values({
    systemInternalId: system.internalId,
    changedByOrgNo: by.orgNo,
    changeType: type,
    changedData: data ?? null,
    clientId: by.clientId ?? null,
    createdAt: context.now,
  });
  await recordAudit(tx, context, {
    action: AUDIT_ACTIONS[type],
    subjectType: 'system',
    subjectId: system.systemId,
    onBehalfOf: by.orgNo,
    vendorOrgNo: system.vendorOrgNo,
    before,
    after: data,
  });
}

/** A whole system with the member names of the registry's own change log. */
export function toChangedSystem(
  system: Omit<RegisteredSystem, 'internalId' | 'isDeleted' | 'isSuspended' | 'version' | 'createdAt' | 'updatedAt'>,
) {
  return {
    Id: system.systemId,
    Vendor: { ID: toIso6523(system.vendorOrgNo).ID },
    Name: system.name,
    Description: system.description,
    Rights: toChangedRights(system.rights),
    AccessPackages: toChangedPackages(system.accessPackages),
    ClientId: system.clientIds,
    IsVisible: system.isVisible,
    AllowedRedirectUrls: system.allowedRedirectUrls,
  };
}

/** Rights with the member names of the change log. */
export function toChangedRights(rights: readonly Right[]) {
  return rights.map((right) => ({ Action: right.action ?? null, Resource: right.resource }));
}

/** Access packages with the member names of the change log. */
export function toChangedPackages(urns: readonly string[]) {
  return urns.map((urn) => ({ Urn: urn }));
}
