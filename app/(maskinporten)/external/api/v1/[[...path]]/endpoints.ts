import { below, olderAddress } from '../../../../_administration/section.ts';
import { rootEndpoints } from '../../../../api/v1/[[...path]]/endpoints.ts';
import { clientEndpoints } from '../../../../api/v1/clients/[[...path]]/endpoints.ts';
import { delegationSourceEndpoints } from '../../../../api/v1/delegationsources/[[...path]]/endpoints.ts';
import { organisationEndpoints } from '../../../../api/v1/organizations/[[...path]]/endpoints.ts';
import { prefixEndpoints } from '../../../../api/v1/prefix/[[...path]]/endpoints.ts';
import { scopeEndpoints } from '../../../../api/v1/scopes/[[...path]]/endpoints.ts';

/** The whole administration API at another address that clients in use know. */
export const externalAdministration = olderAddress('/external/api/v1', 'Administration (older address)', [
  ...below('scopes', scopeEndpoints),
  ...below('clients', clientEndpoints),
  ...below('prefix', prefixEndpoints),
  ...below('organizations', organisationEndpoints),
  ...below('delegationsources', delegationSourceEndpoints),
  ...rootEndpoints,
]);
