import { olderAddress } from '../../_administration/section.ts';
import { sessionEndpoints } from '../../api/v1/[[...path]]/endpoints.ts';

/** The base path of older clients. */
export const sessionAlias = olderAddress('/auth', 'Session (older address)', sessionEndpoints);
