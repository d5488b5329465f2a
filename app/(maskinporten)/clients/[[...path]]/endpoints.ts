import { olderAddress } from '../../_administration/section.ts';
import { clientEndpoints } from '../../api/v1/clients/[[...path]]/endpoints.ts';

/** The base path of older clients. */
export const clientsAlias = olderAddress('/clients', 'Clients (older address)', clientEndpoints);
