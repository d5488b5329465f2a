import { forbidden, notFound, redirect } from 'next/navigation';
import { BareError, ProblemError } from '#lib/kernel/errors.ts';
import { currentPath } from '#lib/session/page-context.ts';

/**
 * Waits for a read verb on behalf of a page: a refusal becomes the page that explains it (403), a missing thing the
 * page for that (404), and a session that is over leads to the log-in and back.
 */
export async function ask<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    const status = error instanceof BareError || error instanceof ProblemError ? error.status : undefined;
    if (status === 401) redirect(`/login?returnTo=${encodeURIComponent(await currentPath())}`);
    if (status === 403) forbidden();
    if (status === 404) notFound();
    throw error;
  }
}
