import type { Transaction } from '#db/open.ts';
import { DAY_MS } from '#lib/kernel/durations.ts';
import { delegationSources } from '#lib/maskinporten/administration/delegation-sources.ts';
import { storeClientKey } from '#lib/maskinporten/client-keys/find-client-keys.ts';
import { storeClient } from '#lib/maskinporten/clients/find-client.ts';
import { delegateApi } from '#lib/maskinporten/delegations/delegate-api.ts';
import { findScope, storeScope } from '#lib/maskinporten/scopes/find-scope.ts';
import { storeScopeAccess } from '#lib/maskinporten/scopes/store-scope-access.ts';
import { findResource } from '#lib/resources/find-resource.ts';
import { storeResource } from '#lib/resources/store-resource.ts';
import type { Cast } from './cast.ts';
import { type GuestClient, toPublicJwk } from './guest-keys.ts';
import { resource, skatteetaten } from './resources.ts';
import { ORG, PERSON } from './story.ts';

/** The scope that customers may let their suppliers use, and the API that stands for it. */
export const TAX_CARD_SCOPE = 'skatteetaten:skattekort';
export const TAX_CARD_API = 'ske-skattekort';

const OPENED_DAYS_AGO = 90;
const GIVEN_DAYS_AGO = 30;

/**
 * Lets an owner open an API for delegation, two customers use it, and one of them delegate it to the vendor, whose payroll
 * program carries the scope. Leaves it be where somebody has made such a scope or resource already.
 */
export async function seedDelegation(
  tx: Transaction,
  { person }: Cast,
  { smartPayroll, at }: { readonly smartPayroll: GuestClient; readonly at: Date },
): Promise<void> {
  if ((await findScope(tx, TAX_CARD_SCOPE)) || (await findResource(tx, TAX_CARD_API))) return;
  const since = new Date(at.getTime() - OPENED_DAYS_AGO * DAY_MS);
  await storeScope(tx, {
    name: TAX_CARD_SCOPE,
    description: 'Bestille og hente skattekort for ansatte',
    details: {
      descriptions: {
        nn: 'Tinge og hente skattekort for tilsette',
        en: 'Order and fetch tax deduction cards for employees',
      },
    },
    ownerOrgNo: ORG.skatteetaten,
    at: since,
    settings: { delegationSource: delegationSources()[0]?.issuer },
  });
  for (const consumerOrgNo of [ORG.rorOgVann, ORG.subtilApe]) {
    await storeScopeAccess(tx, { scope: TAX_CARD_SCOPE, consumerOrgNo, at: since });
  }
  await storeResource(tx, API, since);
  const { clientId, privateJwk } = smartPayroll;
  await storeClient(tx, { clientId, orgNo: ORG.smartCloud, name: 'SmartLønn', scopes: [TAX_CARD_SCOPE], at: since });
  await storeClientKey(tx, { clientId, jwk: toPublicJwk(privateJwk), at });
  await delegateApi(await person(PERSON.pia, GIVEN_DAYS_AGO), {
    consumerOrgNo: ORG.rorOgVann,
    supplierOrgNo: ORG.smartCloud,
    api: TAX_CARD_API,
  });
}

const API = {
  ...resource(skatteetaten, {
    identifier: TAX_CARD_API,
    title: { nb: 'Skattekort til arbeidsgiver', nn: 'Skattekort til arbeidsgivar', en: 'Tax deduction cards' },
    description: {
      nb: 'API der arbeidsgivere bestiller og henter skattekortene til de ansatte.',
      nn: 'API der arbeidsgivarar tingar og hentar skattekorta til dei tilsette.',
      en: 'An API where employers order and fetch the tax deduction cards of their employees.',
    },
    rightDescription: {
      nb: 'Bestille og hente skattekort for ansatte i virksomheten.',
      nn: 'Tinge og hente skattekort for tilsette i verksemda.',
      en: 'Order and fetch tax deduction cards for employees of the organisation.',
    },
    resourceReferences: [
      { referenceSource: 'ExternalPlatform', referenceType: 'MaskinportenScope', reference: TAX_CARD_SCOPE },
    ],
  }),
  resourceType: 'MaskinportenSchema' as const,
};
