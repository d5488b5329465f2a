import { olderAddress } from '../../_administration/section.ts';
import { organisationEndpoints } from '../../api/v1/organizations/[[...path]]/endpoints.ts';

/** The base path of older clients. */
export const organisationsAlias = olderAddress(
  '/organizations',
  'Organisations (older address)',
  organisationEndpoints,
);
