import { adminResponse } from '#lib/http/admin-response.ts';
import { apiSection, type Endpoint, type Section } from '#lib/http/section.ts';

/** Room for the answer that a key set has too many keys, instead of one that it is too long. */
const BODY_MAX_BYTES = 512 * 1024;

/** A part of the administration API: its own error shape, and cross-origin calls with a bearer token. */
export function administrationSection(base: string, title: string, endpoints: readonly Endpoint[]): Section {
  return apiSection({
    base,
    title,
    cors: true,
    maxBodyBytes: BODY_MAX_BYTES,
    errors: 'administration',
    onError: adminResponse,
    endpoints,
  });
}

/** The same endpoints at an address that older clients know. */
export function olderAddress(base: string, title: string, endpoints: readonly Endpoint[]): Section {
  return { ...administrationSection(base, title, endpoints), deprecated: true };
}

/** The same endpoints one folder further down. */
export function below(folder: string, endpoints: readonly Endpoint[]): readonly Endpoint[] {
  return endpoints.map((candidate) => ({ ...candidate, path: [folder, candidate.path].filter(Boolean).join('/') }));
}

/** The largest body, for `readText`. */
export { BODY_MAX_BYTES };
