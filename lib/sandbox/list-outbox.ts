import type { Sandbox } from './open-sandbox.ts';
import { type OutboxPlace, selectOutbox } from './store.ts';

const PAGE_SIZE = 25;

/** A message to one person, as it stands in the outbox. */
export type OutboxMessage = Awaited<ReturnType<typeof selectOutbox>>[number];

/**
 * Lists the e-mails that the portal has written, newest first.
 * @param before the `next` of the page before
 * @returns `next` when there are older ones.
 */
export async function listOutbox(
  { db }: Sandbox,
  before: OutboxPlace | undefined,
): Promise<{ readonly messages: readonly OutboxMessage[]; readonly next: OutboxPlace | undefined }> {
  const found = await selectOutbox(db, { before, limit: PAGE_SIZE + 1 });
  const messages = found.slice(0, PAGE_SIZE);
  const last = messages.at(-1);
  return { messages, next: last && found.length > PAGE_SIZE ? { at: last.createdAt, id: last.id } : undefined };
}
