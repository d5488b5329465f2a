import { olderAddress } from '../../_administration/section.ts';
import { prefixEndpoints } from '../../api/v1/prefix/[[...path]]/endpoints.ts';

/** The base path of older clients. */
export const prefixesAlias = olderAddress('/prefix', 'Prefixes (older address)', prefixEndpoints);
