import { randomUUID } from 'node:crypto';
import type { Db } from '#db/open.ts';
import type { Policy, ResourceDetails } from '../resources/model.ts';
import { type RuleSentence, simplePolicy } from '../resources/policies/simple-policy.ts';
import { storePolicy } from '../resources/store-policy.ts';
import { storeResource } from '../resources/store-resource.ts';
import { anOrganisationActor, TEST_NOW } from './context.ts';

const OWNER_ORG_NO = '974761076';

/** A resource with a policy: unless the test says otherwise, DAGL and the package `krav-og-utlegg` may read it. */
export async function aProtectedResource(
  db: Db,
  differences: {
    readonly identifier?: string;
    readonly sentences?: readonly RuleSentence[];
    readonly level?: number;
    readonly policy?: Policy;
    readonly details?: Partial<ResourceDetails>;
  } = {},
): Promise<string> {
  const { identifier = `a-service-${randomUUID()}` } = differences;
  const sentences = differences.sentences ?? [{ roles: ['DAGL'], packages: ['krav-og-utlegg'], actions: ['read'] }];
  const texts = { nb: 'En tjeneste', nn: 'Ei teneste', en: 'A service' };
  const details: ResourceDetails = {
    identifier,
    title: texts,
    description: texts,
    rightDescription: texts,
    contactPoints: [],
    delegable: true,
    visible: true,
    hasCompetentAuthority: { organization: OWNER_ORG_NO, orgcode: 'skd', name: texts },
    accessListMode: 'Disabled',
    selfIdentifiedUserEnabled: false,
    enterpriseUserEnabled: false,
    resourceType: 'GenericAccessResource',
    ...differences.details,
  };
  const policy = differences.policy ?? simplePolicy(identifier, sentences, differences.level);
  await db.transaction(async (tx) => {
    await storeResource(tx, details, TEST_NOW);
    await storePolicy(tx, { identifier, policy, at: TEST_NOW });
  });
  return identifier;
}

/** A service owner's machine that may ask the PDP. */
export function aServiceOwner(differences: Parameters<typeof anOrganisationActor>[0] = {}) {
  return anOrganisationActor({
    orgNo: OWNER_ORG_NO,
    orgCode: 'skd',
    scopes: new Set(['altinn:authorization/authorize']),
    ...differences,
  });
}

type Attributes = Readonly<Record<string, string | readonly string[]>>;

/** A single XACML JSON request; attribute names are given in full. */
export function aXacmlRequest(parts: {
  readonly subject?: Attributes;
  readonly resource?: Attributes;
  readonly action?: string;
  readonly includeInResult?: boolean;
}) {
  const { subject, resource, action = 'read', includeInResult = false } = parts;
  return {
    Request: {
      AccessSubject: subject ? [aCategory('s1', subject, includeInResult)] : [],
      Action: [aCategory('a1', { 'urn:oasis:names:tc:xacml:1.0:action:action-id': action }, includeInResult)],
      Resource: resource ? [aCategory('r1', resource, includeInResult)] : [],
    },
  };
}

/** One category with its attributes. */
export function aCategory(id: string, attributes: Attributes, includeInResult = false) {
  return {
    Id: id,
    Attribute: Object.entries(attributes).flatMap(([AttributeId, values]) =>
      [values].flat().map((Value) => ({ AttributeId, Value, IncludeInResult: includeInResult })),
    ),
  };
}
