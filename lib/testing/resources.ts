import type { Db } from '#db/open.ts';
import type { OrganisationActor } from '../context/context.ts';
import type { Policy, Resource, ResourceDetails } from '../resources/model.ts';
import { simplePolicy } from '../resources/policies/simple-policy.ts';
import { storePolicy } from '../resources/store-policy.ts';
import { storeResource } from '../resources/store-resource.ts';
import { anOrganisationActor, TEST_NOW } from './context.ts';
import { anOrgNo } from './parties.ts';

let counter = 0;

/** A valid resource of an owner, not stored. */
export function resourceDetails(differences: Partial<ResourceDetails> = {}): ResourceDetails {
  counter += 1;
  const title = { nb: 'Krav og betalinger', nn: 'Krav og betalingar', en: 'Claims and payments' };
  return {
    identifier: `test-resource-${counter}`,
    title,
    description: title,
    rightDescription: title,
    contactPoints: [],
    delegable: true,
    visible: true,
    hasCompetentAuthority: { organization: anOrgNo(), orgcode: 'tst', name: title },
    accessListMode: 'Disabled',
    selfIdentifiedUserEnabled: false,
    enterpriseUserEnabled: false,
    resourceType: 'GenericAccessResource',
    ...differences,
  };
}

/** A resource in the registry. */
export async function aResource(db: Db, differences: Partial<ResourceDetails> = {}): Promise<Resource> {
  return db.transaction((tx) => storeResource(tx, resourceDetails(differences), TEST_NOW));
}

/** A policy of a resource, in the registry; `DAGL` may read unless the test says otherwise. */
export async function aPolicy(db: Db, identifier: string, policy?: Policy): Promise<Policy> {
  const stored = policy ?? simplePolicy(identifier, [{ roles: ['DAGL'], actions: ['read'] }], 3);
  await db.transaction((tx) => storePolicy(tx, { identifier, policy: stored, at: TEST_NOW }));
  return stored;
}

/** The machine of an owner that may write resources. */
export function anOwnerActor(orgNo: string, differences: Partial<OrganisationActor> = {}): OrganisationActor {
  return anOrganisationActor({ orgNo, scopes: new Set(['altinn:resourceregistry/resource.write']), ...differences });
}

/** The organisation number of a resource's owner. */
export function ownerOf(details: ResourceDetails): string {
  return details.hasCompetentAuthority.organization ?? '';
}
