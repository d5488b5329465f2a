import { below, olderAddress } from '../../../_administration/section.ts';
import { dataSharingEndpoints } from '../../v1/[[...path]]/data-sharing.ts';

/** The simplified onboarding as the published description spells its address. */
export const dataSharingAlias = olderAddress('/api/vw1', 'Simplified onboarding (other address)', [
  ...below('datasharing', dataSharingEndpoints),
]);
