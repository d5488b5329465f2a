import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, or } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import { currentTraceId } from '../../kernel/trace.ts';
import type { Language } from './texts.ts';

/** Where a person gets e-mail, and in which language. */
export type Address = { readonly uuid: string; readonly email: string; readonly language: Language };

/** Finds the addresses of those people who have given one. */
export async function selectAddresses(db: Db, uuids: readonly string[]): Promise<readonly Address[]> {
  if (uuids.length === 0) return [];
  const { parties } = db.tables;
  const rows = await db
    .select({ uuid: parties.uuid, email: parties.email, language: parties.language })
    .from(parties)
    .where(and(inArray(parties.uuid, [...uuids]), isNotNull(parties.email)));
  return rows.map((row) => ({ uuid: row.uuid, email: row.email ?? '', language: row.language ?? 'nb' }));
}

/** The address that a vendor has given in its agreement. */
export async function selectVendorContact(db: Db, vendorOrgNo: string): Promise<string | undefined> {
  const { vendorAgreements } = db.tables;
  const [row] = await db.select().from(vendorAgreements).where(eq(vendorAgreements.orgNo, vendorOrgNo));
  return row?.contactEmail;
}

/** Puts messages in the outbox; they leave after the transaction has. */
export async function insertMessages(
  tx: Transaction,
  messages: readonly { readonly to: Address; readonly subject: string; readonly body: string }[],
  at: Date,
): Promise<void> {
  if (messages.length === 0) return;
  const traceId = currentTraceId();
  await tx.insert(tx.tables.outbox).values(
    messages.map(({ to, subject, body }) => ({
      toUuid: to.uuid,
      toAddress: to.email,
      language: to.language,
      subject,
      body,
      createdAt: at,
      attempts: 0,
      traceId,
    })),
  );
}

/** A message that waits to be sent. */
export type WaitingMessage = Awaited<ReturnType<typeof selectDueMessages>>[number];

/** Finds messages that are due, oldest first. */
export async function selectDueMessages(
  db: Db,
  at: Date,
  { attemptsMax, limit }: { readonly attemptsMax: number; readonly limit: number },
) {
  const { outbox } = db.tables;
  return await db
    .select()
    .from(outbox)
    .where(
      and(
        isNull(outbox.sentAt),
        lt(outbox.attempts, attemptsMax),
        or(isNull(outbox.nextAttemptAt), lte(outbox.nextAttemptAt, at)),
      ),
    )
    .orderBy(asc(outbox.id))
    .limit(limit);
}

/** Takes a message for one attempt; `false` when another process was faster. */
export async function claimMessage(db: Db, message: WaitingMessage, nextAttemptAt: Date): Promise<boolean> {
  const { outbox } = db.tables;
  const claimed = await db
    .update(outbox)
    .set({ attempts: message.attempts + 1, nextAttemptAt })
    .where(and(eq(outbox.id, message.id), eq(outbox.attempts, message.attempts), isNull(outbox.sentAt)))
    .returning({ id: outbox.id });
  return claimed.length > 0;
}

/** Notes that the mail server has taken a message. */
export async function markSent(db: Db, id: number, at: Date): Promise<void> {
  const { outbox } = db.tables;
  await db.update(outbox).set({ sentAt: at, nextAttemptAt: null, failure: null }).where(eq(outbox.id, id));
}

/** Notes why an attempt failed, and after how many it stands. */
export async function markFailed(
  db: Db,
  id: number,
  { failure, attempts }: { readonly failure: string; readonly attempts: number },
): Promise<void> {
  const { outbox } = db.tables;
  await db.update(outbox).set({ failure, attempts }).where(eq(outbox.id, id));
}
