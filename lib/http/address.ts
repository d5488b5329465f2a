import { env } from '../config/env.ts';
import type { ApiRequest } from './api-request.ts';

/** The header in which our own server says who is at the other end of the connection; what a caller writes there is replaced. */
export const PEER_HEADER = 'x-peer-address';

/**
 * Where a request came from, for counting only. Behind a trusted proxy it is the address that the proxy itself added
 * last; forwarded addresses count nowhere else.
 * @returns an empty text when it is not known.
 */
export function addressOf(request: ApiRequest): string {
  const header = env().TRUSTED_PROXY ? 'x-forwarded-for' : PEER_HEADER;
  return request.headers.get(header)?.split(',').at(-1)?.trim() ?? '';
}
