import { olderAddress } from '../../_administration/section.ts';
import { scopeEndpoints } from '../../api/v1/scopes/[[...path]]/endpoints.ts';

/** The base path of older clients. */
export const scopesAlias = olderAddress('/scopes', 'Scopes (older address)', scopeEndpoints);
