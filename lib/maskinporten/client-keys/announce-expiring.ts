import type { Db } from '#db/open.ts';
import { selectKnownOccurrences } from '../../events/known-occurrences.ts';
import { recordEvent } from '../../events/record-event.ts';
import { DAY_MS } from '../../kernel/durations.ts';
import { findSystemByClient } from '../../register/find-system.ts';
import { selectEnding } from './store.ts';

/** So many days before a key ends its owner hears of it; the nearest one that has come counts. */
const WARNING_DAYS = [7, 30] as const;

/** Tells the owners of clients which keys are about to end: a month before, and a week before. @returns how often */
export async function announceExpiring(db: Db, now: Date): Promise<number> {
  const ending = await selectEnding(db, now, new Date(now.getTime() + Math.max(...WARNING_DAYS) * DAY_MS));
  const warnings = ending.map((key) => ({ ...key, occurrence: occurrenceOf(key, now) }));
  const known = await selectKnownOccurrences(
    db,
    warnings.map(({ occurrence }) => occurrence),
  );
  const fresh = warnings.filter(({ occurrence }) => !known.has(occurrence));
  for (const { clientId, kid, orgNo, expiresAt, occurrence } of fresh) {
    const systemId = (await findSystemByClient(db, clientId))?.systemId;
    await db.transaction((tx) =>
      recordEvent(tx, {
        type: 'no.systembruker.clientkey.expiring',
        vendorOrgNo: orgNo,
        systemId,
        subject: `${clientId}/${kid}`,
        occurrence,
        data: { clientId, kid, expiresAt: expiresAt.toISOString(), ...(systemId === undefined ? {} : { systemId }) },
        at: now,
      }),
    );
  }
  return fresh.length;
}

/** A key that is renewed is warned of anew. */
function occurrenceOf(
  { clientId, kid, expiresAt }: { readonly clientId: string; readonly kid: string; readonly expiresAt: Date },
  now: Date,
): string {
  const days = WARNING_DAYS.find((limit) => expiresAt.getTime() - now.getTime() <= limit * DAY_MS);
  return `clientkey.expiring|${clientId}|${kid}|${expiresAt.getTime()}|${days}`;
}
