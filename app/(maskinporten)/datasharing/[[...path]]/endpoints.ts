import { olderAddress } from '../../_administration/section.ts';
import { dataSharingEndpoints } from '../../api/v1/[[...path]]/data-sharing.ts';

/** The base path of older clients. */
export const dataSharingRoot = olderAddress(
  '/datasharing',
  'Simplified onboarding (older address)',
  dataSharingEndpoints,
);
