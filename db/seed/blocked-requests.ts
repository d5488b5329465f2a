import { suspendVendor } from '#lib/onboarding/suspend-vendor.ts';
import { deleteSystem } from '#lib/register/delete-system.ts';
import type { Right } from '#lib/register/model.ts';
import { registerSystem } from '#lib/register/register-system.ts';
import { createRequest } from '#lib/requests/create-request.ts';
import { deleteResource } from '#lib/resources/delete-resource.ts';
import { RESOURCE_ATTRIBUTE } from '#lib/resources/model.ts';
import type { Cast } from './cast.ts';
import { VEHICLE_TAX } from './resources.ts';
import { ORG, PERSON } from './story.ts';
import { CLAIMS_RIGHT } from './systems.ts';

/** Requests to Rør og Vann AS that wait and can no longer be approved: by the vendor's doing, the operator's, the service owner's. */
export async function seedBlocked(cast: Cast): Promise<void> {
  const stock = await ask(cast, {
    vendorOrgNo: ORG.smartCloud,
    name: 'SmartLager',
    description: { nb: 'Lagerstyring.', nn: 'Lagerstyring.', en: 'Stock control.' },
    right: CLAIMS_RIGHT,
  });
  await deleteSystem(cast.vendor(10), stock);

  await ask(cast, {
    vendorOrgNo: ORG.kalkulator,
    name: 'Kalkyle',
    description: { nb: 'Kalkyler og budsjett.', nn: 'Kalkylar og budsjett.', en: 'Estimates and budgets.' },
    right: CLAIMS_RIGHT,
  });
  const reason = 'Leverandøren svarer ikke på spørsmål om et sikkerhetshull i Kalkyle.';
  await suspendVendor(await cast.person(PERSON.dina, 3), { orgNo: ORG.kalkulator, reason });

  await ask(cast, {
    vendorOrgNo: ORG.smartCloud,
    name: 'SmartBil',
    description: { nb: 'Kjørebok og bilhold.', nn: 'Køyrebok og bilhald.', en: 'Mileage and car costs.' },
    right: { resource: [{ id: RESOURCE_ATTRIBUTE, value: VEHICLE_TAX }] },
  });
  await deleteResource(await cast.person(PERSON.noyaktig, 8), VEHICLE_TAX);
}

/** Registers a system and asks the customer for it, under its name. @returns the id of the system */
async function ask(
  cast: Cast,
  system: {
    readonly vendorOrgNo: string;
    readonly name: string;
    readonly description: { readonly nb: string; readonly nn: string; readonly en: string };
    readonly right: Right;
  },
): Promise<string> {
  const { vendorOrgNo, name, description, right } = system;
  const reference = name.toLowerCase();
  const systemId = `${vendorOrgNo}_${reference}`;
  await registerSystem(cast.vendor(30, vendorOrgNo), {
    systemId,
    vendorId: `0192:${vendorOrgNo}`,
    name: { nb: name, nn: name, en: name },
    description,
    rights: [right],
    accessPackages: [],
    clientIds: [],
    isVisible: false,
    allowedRedirectUrls: [],
  });
  await createRequest(cast.vendor(29, vendorOrgNo), {
    kind: 'standard',
    systemId,
    partyOrgNo: ORG.rorOgVann,
    externalRef: reference,
    rights: [right],
    accessPackages: [],
  });
  return systemId;
}
