import type { Context } from '#lib/context/context.ts';
import type { OpenLetter } from '#lib/requests/letter/model.ts';
import { redirectTarget, toResultUrl, toUndecidedUrl } from '#lib/requests/redirect.ts';
import { signResult } from './sign-result.ts';

/**
 * Finds the way back to the vendor: with the outcome for systems that want it, and with none while nothing is decided.
 * @returns `undefined` when the address is no longer on the system's list.
 */
export async function findWayBack(
  context: Context,
  letter: OpenLetter,
): Promise<{ readonly host: string; readonly url: string } | undefined> {
  const target = await redirectTarget(context.db, letter.request);
  if (!target) return undefined;
  const { host } = new URL(target.url);
  return { host, url: target.withResult ? await withOutcome(context, letter, target.url) : target.url };
}

async function withOutcome(context: Context, { id, request }: OpenLetter, url: string): Promise<string> {
  if (request.status === 'New') return toUndecidedUrl(url);
  return toResultUrl(url, { id, status: request.status, result: await signResult(context, request) });
}
