import { z } from 'zod';
import { env } from '../config/env.ts';
import { bindingProblem } from '../kernel/errors.ts';
import type { ApiRequest } from './api-request.ts';

/** How many items a page of a vendor's list holds. */
export const PAGE_SIZE = 50;

/** A name or address with or without a port, and nothing of a URL around it. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i;

/** A page as the wire has it; the last one has no `next`. */
export type Page<Item> = { readonly links: { readonly next?: string }; readonly data: readonly Item[] };

/** The schema of a page of such items. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ links: z.strictObject({ next: z.url().optional() }), data: z.array(item) });
}

/**
 * Makes the absolute link to the next page. Scheme and host come from the settings; a proxy's forwarded headers count
 * only where the operator has said that there is one, and then the last entry, which that proxy wrote itself.
 */
export function toNextLink(request: ApiRequest, pathAfterHost: string, token: string): string {
  const url = new URL(pathAfterHost, publicOrigin(request));
  url.searchParams.set('token', token);
  return url.href;
}

/** Makes an opaque page token: base64url of the JSON of a cursor. It grants nothing; reads filter by owner themselves. */
export function encodePageToken(cursor: number | string): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/**
 * Reads back a cursor; an absent or empty token is the first page.
 * @throws ProblemError 400 on `token` (family C) when it is none of ours.
 */
export function decodePageToken<Schema extends z.ZodType<number | string>>(
  token: string | undefined,
  cursor: Schema,
): z.output<Schema> | undefined {
  if (token === undefined || token === '') return undefined;
  const result = cursor.safeParse(parse(token));
  if (!result.success) throw invalidToken();
  return result.data;
}

/** The cursor of lists that run by number. */
export const sequenceCursor = z.int().min(0);

/** The cursor of lists that go on after the item with an id. */
export const idCursor = z.guid();

function parse(token: string): unknown {
  if (!/^[A-Za-z0-9_-]+$/.test(token)) throw invalidToken();
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch {
    throw invalidToken();
  }
}

function invalidToken() {
  return bindingProblem({ token: ['The token is not valid.'] });
}

function publicOrigin(request: ApiRequest): string {
  const { PORTAL_URL, TRUSTED_PROXY } = env();
  if (!TRUSTED_PROXY) return PORTAL_URL;
  const origin = new URL(PORTAL_URL);
  const scheme = lastEntry(request.headers.get('x-forwarded-proto'));
  const host = lastEntry(request.headers.get('x-forwarded-host'));
  if (scheme === 'http' || scheme === 'https') origin.protocol = scheme;
  const forwarded = host !== undefined && HOST.test(host) ? URL.parse(`${origin.protocol}//${host}`) : null;
  return (forwarded ?? origin).origin;
}

function lastEntry(header: string | null): string | undefined {
  return header?.split(',').at(-1)?.trim();
}
