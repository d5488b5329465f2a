import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import { BareError } from '../kernel/errors.ts';
import { type OutboxPlace, selectOutbox } from './store.ts';

const PAGE_SIZE = 25;

/** A message to one person, as it stands in the outbox. */
export type OutboxMessage = Awaited<ReturnType<typeof selectOutbox>>[number];

/**
 * Lists the e-mails that the portal has written, newest first; anybody in a sandbox may read them.
 * @param before the `next` of the page before
 * @returns `next` when there are older ones.
 * @throws BareError 404 in production.
 */
export async function listOutbox(
  { db }: Context,
  before: OutboxPlace | undefined,
): Promise<{ readonly messages: readonly OutboxMessage[]; readonly next: OutboxPlace | undefined }> {
  if (env().PORTAL_ENVIRONMENT === 'production') throw new BareError(404);
  const found = await selectOutbox(db, { before, limit: PAGE_SIZE + 1 });
  const messages = found.slice(0, PAGE_SIZE);
  const last = messages.at(-1);
  return { messages, next: last && found.length > PAGE_SIZE ? { at: last.createdAt, id: last.id } : undefined };
}
