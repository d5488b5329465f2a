import { and, desc, eq, like, lt, or } from 'drizzle-orm';
import type { Activity } from '../audit/list-activity.ts';
import type { Context } from '../context/context.ts';
import { assertOperatorPerson } from '../maskinporten/administration/authority.ts';

const PAGE_SIZE = 50;

/**
 * Lists the whole audit trail for the operator's people, newest first.
 * @param input.orgNo only what concerns this organisation, on whatever side
 * @param input.action beginning of the action, e.g. `scope`
 * @throws BareError 401, 403
 */
export async function listAudit(
  context: Context,
  input: {
    readonly orgNo?: string | undefined;
    readonly action?: string | undefined;
    readonly before?: number | undefined;
  } = {},
): Promise<{ readonly items: readonly Activity[]; readonly next: number | undefined }> {
  await assertOperatorPerson(context);
  const { auditEvents } = context.db.tables;
  const { orgNo, before } = input;
  const action = input.action?.replace(/[%_\\]/g, '');
  const rows = await context.db
    .select()
    .from(auditEvents)
    .where(
      and(
        before === undefined ? undefined : lt(auditEvents.id, before),
        action ? like(auditEvents.action, `${action}%`) : undefined,
        orgNo === undefined
          ? undefined
          : or(
              eq(auditEvents.partyOrgNo, orgNo),
              eq(auditEvents.vendorOrgNo, orgNo),
              eq(auditEvents.ownerOrgNo, orgNo),
              eq(auditEvents.onBehalfOf, orgNo),
            ),
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(PAGE_SIZE + 1);
  const items = rows.slice(0, PAGE_SIZE).map((row) => ({
    id: Number(row.id),
    at: row.at,
    actorKind: row.actorKind,
    actorId: row.actorId,
    actorName: row.actorName,
    action: row.action,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    onBehalfOf: row.onBehalfOf ?? undefined,
    partyOrgNo: row.partyOrgNo ?? undefined,
    vendorOrgNo: row.vendorOrgNo ?? undefined,
    ownerOrgNo: row.ownerOrgNo ?? undefined,
  }));
  return { items, next: rows.length > PAGE_SIZE ? items.at(-1)?.id : undefined };
}
