import type { Transaction } from '#db/open.ts';
import type { Actor, Context } from '../context/context.ts';
import { currentTraceId } from '../kernel/trace.ts';

/** One thing that happened; organisation numbers say on whose activity pages it shows. */
export type AuditEvent = {
  /** `<noun>.<past participle>`, e.g. `request.approved`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly onBehalfOf?: string | undefined;
  readonly partyOrgNo?: string | undefined;
  readonly vendorOrgNo?: string | undefined;
  readonly ownerOrgNo?: string | undefined;
  readonly before?: unknown;
  readonly after?: unknown;
};

/** Appends to the audit trail inside the caller's transaction, so that a change and its record live or die together. */
export async function recordAudit(tx: Transaction, context: Context, event: AuditEvent): Promise<void> {
  const { auditEvents } = tx.tables;
  await tx.insert(auditEvents).values({
    at: context.now,
    ...describeActor(context.actor),
    action: event.action,
    subjectType: event.subjectType,
    subjectId: event.subjectId,
    onBehalfOf: event.onBehalfOf ?? null,
    partyOrgNo: event.partyOrgNo ?? null,
    vendorOrgNo: event.vendorOrgNo ?? null,
    ownerOrgNo: event.ownerOrgNo ?? null,
    before: event.before ?? null,
    after: event.after ?? null,
    traceId: currentTraceId(),
  });
}

function describeActor(actor: Actor) {
  switch (actor.kind) {
    case 'anonymous':
      return { actorKind: 'anonymous' as const, actorId: '', actorName: '' };
    case 'person':
      return { actorKind: 'person' as const, actorId: actor.partyUuid, actorName: actor.name };
    case 'organisation':
      return { actorKind: 'organisation' as const, actorId: actor.clientId ?? actor.orgNo, actorName: actor.orgNo };
  }
}
