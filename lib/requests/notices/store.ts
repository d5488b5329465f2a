import { and, inArray, isNotNull } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
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

/** Puts messages in the outbox; they leave after the transaction has. */
export async function insertMessages(
  tx: Transaction,
  messages: readonly { readonly to: Address; readonly subject: string; readonly body: string }[],
  at: Date,
): Promise<void> {
  if (messages.length === 0) return;
  await tx.insert(tx.tables.outbox).values(
    messages.map(({ to, subject, body }) => ({
      toUuid: to.uuid,
      toAddress: to.email,
      language: to.language,
      subject,
      body,
      createdAt: at,
      attempts: 0,
    })),
  );
}
