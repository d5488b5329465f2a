import type { Transaction } from '#db/open.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import type { StoredJob } from './store.ts';

/** Writes the one audit row of what somebody did to a list. @param change.lines how many of its lines that concerned */
export async function recordList(
  tx: Transaction,
  context: Context,
  { id, vendorOrgNo, systemId, kind }: StoredJob,
  { did, lines }: { readonly did: 'started' | 'stopped'; readonly lines: number },
): Promise<void> {
  await recordAudit(tx, context, {
    action: `request-list.${did}`,
    subjectType: 'request-list',
    subjectId: id,
    onBehalfOf: vendorOrgNo,
    vendorOrgNo,
    after: { systemId, kind, lines },
  });
}
