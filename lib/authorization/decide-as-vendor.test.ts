import { expect, it } from 'vitest';
import { ANONYMOUS } from '../context/context.ts';
import { aProtectedResource } from '../testing/authorization.ts';
import { anOrganisationActor, as, testContext } from '../testing/context.ts';
import { anOrganisation } from '../testing/parties.ts';
import { aSystem, aSystemUser } from '../testing/systems.ts';
import { decideAsVendor } from './decide-as-vendor.ts';

it('answers about a system user to the vendor of its system alone', async () => {
  const context = await testContext();
  const customer = await anOrganisation(context.db);
  const resourceId = await aProtectedResource(context.db);
  const system = await aSystem(context.db);
  const rights = [{ resourceId, actions: ['read'] }];
  const user = await aSystemUser(context.db, { system, party: customer, rights });
  const asked = { systemUserId: user.id, resourceId, action: 'read', partyOrgNo: customer.orgNo };
  const scopes = new Set(['altinn:authentication/systemregister.write']);
  const asVendor = as(context, anOrganisationActor({ orgNo: system.vendorOrgNo, scopes }));

  expect(await decideAsVendor(asVendor, asked)).toBe('Permit');
  expect(await decideAsVendor(asVendor, { ...asked, action: 'write' })).toBe('NotApplicable');
  expect(await decideAsVendor(asVendor, { ...asked, resourceId: 'no-such' })).toBe('Indeterminate');
  const stranger = as(context, anOrganisationActor({ scopes }));
  await expect(decideAsVendor(stranger, asked)).rejects.toMatchObject({ status: 403 });
  await expect(decideAsVendor(as(context, ANONYMOUS), asked)).rejects.toMatchObject({ status: 401 });
});
