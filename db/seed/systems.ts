import type { Context } from '#lib/context/context.ts';
import { registerSystem } from '#lib/register/register-system.ts';
import { RESOURCE_ATTRIBUTE } from '#lib/resources/model.ts';
import type { SeedClients } from './maskinporten.ts';
import { ORG } from './story.ts';

/** The ids of the vendor's two systems. */
export const SMARTREGNSKAP = `${ORG.smartCloud}_smartregnskap`;
export const SMARTCLOUD = `${ORG.smartCloud}_smartcloud`;

/** The single right that the story is about. */
export const CLAIMS_RIGHT = { resource: [{ id: RESOURCE_ATTRIBUTE, value: 'ske-krav-og-betalinger' }] } as const;
/** The access packages of the story. */
export const TAX_PACKAGE = 'urn:altinn:accesspackage:skatt-naering';
export const ACCOUNTANT_PACKAGE = 'urn:altinn:accesspackage:regnskapsforer-uten-signeringsrettighet';
export const CLAIMS_PACKAGE = 'urn:altinn:accesspackage:krav-og-utlegg';

/** What a system asks for that serves organisations by the right, and the clients of accountants by packages. */
export const SMARTCLOUD_CONTENTS = {
  rights: [CLAIMS_RIGHT],
  accessPackages: [ACCOUNTANT_PACKAGE, CLAIMS_PACKAGE],
} as const;

/** Registers the vendor's two systems, as its own machine would. */
export async function seedSystems(vendor: Context, clients: SeedClients, returnAddress: string): Promise<void> {
  const vendorId = `0192:${ORG.smartCloud}`;
  await registerSystem(vendor, {
    systemId: SMARTREGNSKAP,
    vendorId,
    name: { nb: 'SmartRegnskap', nn: 'SmartRegnskap', en: 'SmartRegnskap' },
    description: {
      nb: 'Regnskapssystem for små bedrifter. Viser hva virksomheten skylder i skatt og avgift.',
      nn: 'Rekneskapssystem for små bedrifter. Viser kva verksemda skuldar i skatt og avgift.',
      en: 'Accounting for small businesses. Shows what the organisation owes in taxes and fees.',
    },
    rights: [CLAIMS_RIGHT],
    accessPackages: [TAX_PACKAGE],
    clientIds: [clients.smartRegnskap.clientId],
    isVisible: true,
    allowedRedirectUrls: [returnAddress],
    redirectResult: false,
  });
  await registerSystem(vendor, {
    systemId: SMARTCLOUD,
    vendorId,
    name: { nb: 'SmartCloud', nn: 'SmartCloud', en: 'SmartCloud' },
    description: {
      nb: 'Skyløsning for regnskapsførere og kundene deres.',
      nn: 'Skyløysing for rekneskapsførarar og kundane deira.',
      en: 'A cloud service for accountants and their customers.',
    },
    ...SMARTCLOUD_CONTENTS,
    clientIds: [clients.smartCloud.clientId],
    isVisible: false,
    allowedRedirectUrls: ['https://smartcloud.example/tilbake'],
    redirectResult: true,
  });
}
