import { olderAddress } from '../../_administration/section.ts';
import { delegationSourceEndpoints } from '../../api/v1/delegationsources/[[...path]]/endpoints.ts';

/** The base path of older clients. */
export const sourcesAlias = olderAddress('/delegationsources', 'Delegation (older address)', delegationSourceEndpoints);
