import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../context/context.ts';
import { foldKeys } from '../http/fold-keys.ts';
import { readPersonNo } from '../parties/find-party.ts';
import type { Organisation } from '../parties/model.ts';
import { aCategory, aProtectedResource, aServiceOwner, aXacmlRequest } from '../testing/authorization.ts';
import { anOrganisationActor, as, testContext } from '../testing/context.ts';
import { actorOf, anOrganisation, aPerson, aPersonNo } from '../testing/parties.ts';
import { aSystem, aSystemUser } from '../testing/systems.ts';
import { ENGINES } from '../testing/test-database.ts';
import { authorize } from './authorize.ts';
import { ENTRIES_MAX } from './model.ts';
import { xacmlRequest } from './schema.ts';

const PACKAGE = 'urn:altinn:accesspackage:krav-og-utlegg';
const SYSTEM_USER = 'urn:altinn:systemuser:uuid';
const ORG_NO = 'urn:altinn:organization:identifier-no';
const OK = 'urn:oasis:names:tc:xacml:1.0:status:ok';
const PROCESSING_ERROR = 'urn:oasis:names:tc:xacml:1.0:status:processing-error';
const SYNTAX_ERROR = 'urn:oasis:names:tc:xacml:1.0:status:syntax-error';

function ask(context: Context, body: unknown) {
  return authorize(context, async () => foldKeys(xacmlRequest, body));
}

describe.each(ENGINES)('authorize on %s', (engine) => {
  let context: Context;
  let customer: Organisation;
  let resourceId: string;
  let userId: string;
  let vendorOrgNo: string;

  beforeEach(async () => {
    context = await testContext(aServiceOwner(), engine);
    customer = await anOrganisation(context.db);
    resourceId = await aProtectedResource(context.db, { level: 2 });
    const system = await aSystem(context.db);
    vendorOrgNo = system.vendorOrgNo;
    userId = (await aSystemUser(context.db, { system, party: customer, packages: [PACKAGE] })).id;
  });

  const aboutUser = (differences: { action?: string; includeInResult?: boolean } = {}) =>
    aXacmlRequest({
      subject: { [SYSTEM_USER]: userId },
      resource: { 'urn:altinn:resource': resourceId, [ORG_NO]: customer.orgNo },
      ...differences,
    });

  describe('the result table (altinn-api.md §15.3)', () => {
    it('Permit: ok, obligations, echo', async () => {
      expect(await ask(context, aboutUser())).toEqual({
        response: [
          {
            decision: 'Permit',
            status: { statusMessage: null, statusDetails: null, statusCode: { value: OK, statusCode: null } },
            obligations: [
              {
                id: 'urn:altinn:obligation:authenticationLevel1',
                attributeAssignment: [
                  {
                    attributeId: 'urn:altinn:obligation-assignment:1',
                    value: '2',
                    category: 'urn:altinn:minimum-authenticationlevel',
                    dataType: 'http://www.w3.org/2001/XMLSchema#integer',
                    issuer: null,
                  },
                ],
              },
            ],
            associateAdvice: null,
            category: null,
            policyIdentifierList: null,
          },
        ],
      });
    });

    it('NotApplicable: ok, no obligations, echo of what asked for it', async () => {
      const { response } = await ask(context, aboutUser({ action: 'write', includeInResult: true }));
      expect(response).toHaveLength(1);
      expect(response[0]).toMatchObject({
        decision: 'NotApplicable',
        status: { statusCode: { value: OK } },
        obligations: null,
      });
      expect(response[0]?.category).toEqual([
        {
          categoryId: 'urn:oasis:names:tc:xacml:1.0:subject-category:access-subject',
          id: null,
          content: null,
          attribute: [
            {
              attributeId: SYSTEM_USER,
              value: userId,
              issuer: null,
              dataType: 'http://www.w3.org/2001/XMLSchema#string',
              includeInResult: false,
            },
          ],
        },
        expect.objectContaining({ categoryId: 'urn:oasis:names:tc:xacml:3.0:attribute-category:action' }),
        expect.objectContaining({ categoryId: 'urn:oasis:names:tc:xacml:3.0:attribute-category:resource' }),
      ]);
    });

    it('Deny: ok, neither obligations nor echo, when the access list says no', async () => {
      resourceId = await aProtectedResource(context.db, { details: { accessListMode: 'Enabled' } });
      const { response } = await ask(context, aboutUser({ includeInResult: true }));
      expect(response).toMatchObject([
        { decision: 'Deny', status: { statusCode: { value: OK } }, obligations: null, category: null },
      ]);
    });

    it('Permit when the party is on an access list of the resource', async () => {
      resourceId = await aProtectedResource(context.db, { details: { accessListMode: 'Enabled' } });
      const { accessLists, accessListMembers, accessListConnections } = context.db.tables;
      const at = { createdAt: context.now, updatedAt: context.now };
      await context.db
        .insert(accessLists)
        .values({ id: 'a-list', owner: 'skd', identifier: 'a', name: 'a', description: '', version: 1, ...at });
      await context.db
        .insert(accessListMembers)
        .values({ listId: 'a-list', orgNo: customer.orgNo, since: context.now });
      await context.db
        .insert(accessListConnections)
        .values({ listId: 'a-list', resourceId, actionFilters: ['read'], ...at });
      expect((await ask(context, aboutUser())).response[0]?.decision).toBe('Permit');
    });

    it.each([
      ['no subject', { resource: { 'urn:altinn:resource': 'a' } }, PROCESSING_ERROR],
      ['no resource', { subject: { 'urn:altinn:userid': '1' } }, PROCESSING_ERROR],
      [
        'no policy',
        { subject: { 'urn:altinn:userid': '1' }, resource: { 'urn:altinn:resource': 'a' } },
        PROCESSING_ERROR,
      ],
      ['a bad uuid', { subject: { [SYSTEM_USER]: 'x' }, resource: { 'urn:altinn:resource': 'a' } }, PROCESSING_ERROR],
    ])('Indeterminate: %s', async (_what, parts, status) => {
      const { response } = await ask(context, aXacmlRequest({ ...parts, includeInResult: true }));
      expect(response).toMatchObject([
        { decision: 'Indeterminate', status: { statusCode: { value: status } }, obligations: null, category: null },
      ]);
    });

    it.each([
      ['an unknown person', { 'urn:altinn:person:identifier-no': aPersonNo() }, PROCESSING_ERROR],
      ['an unknown organisation', { [ORG_NO]: '310000000' }, SYNTAX_ERROR],
      ['a user id that is no number', { 'urn:altinn:userid': 'me' }, SYNTAX_ERROR],
      [
        'B25 a system user and a person',
        { [SYSTEM_USER]: '47caea5b-a80b-4343-b1d3-31eb523a4e28', 'urn:altinn:userid': '1' },
        PROCESSING_ERROR,
      ],
    ])('Indeterminate: the subject is %s', async (_what, subject, status) => {
      const resource = { 'urn:altinn:resource': resourceId, [ORG_NO]: customer.orgNo };
      const { response } = await ask(context, aXacmlRequest({ subject, resource }));
      expect(response).toMatchObject([{ decision: 'Indeterminate', status: { statusCode: { value: status } } }]);
    });

    it('NotApplicable for a party that nobody knows', async () => {
      const resource = { 'urn:altinn:resource': resourceId, 'urn:altinn:partyid': '99999999' };
      const { response } = await ask(context, aXacmlRequest({ subject: { [SYSTEM_USER]: userId }, resource }));
      expect(response[0]?.decision).toBe('NotApplicable');
    });

    it.each([
      {},
      { Request: null },
      { Request: { AccessSubject: 'x' } },
      { Request: { Resource: [{ Attribute: [1] }] } },
    ])('Indeterminate with a syntax error for %j', async (body) => {
      expect((await ask(context, body)).response).toMatchObject([
        { decision: 'Indeterminate', status: { statusCode: { value: SYNTAX_ERROR } } },
      ]);
    });

    it('Indeterminate for a data type that nobody knows', async () => {
      const body = aboutUser();
      const [subject] = body.Request.AccessSubject;
      const [attribute] = subject?.Attribute ?? [];
      const odd = [{ ...subject, Attribute: [{ ...attribute, DataType: 'urn:odd' }] }];
      const { response } = await ask(context, { Request: { ...body.Request, AccessSubject: odd } });
      expect(response).toMatchObject([{ decision: 'Indeterminate', category: null }]);
    });
  });

  it('reads camelCase with explicit nulls and empty arrays', async () => {
    const attribute = (attributeId: string, value: string) => ({
      attributeId,
      value,
      dataType: 'string',
      issuer: null,
      includeInResult: null,
    });
    const body = {
      request: {
        returnPolicyIdList: false,
        combinedDecision: false,
        xPathVersion: null,
        category: [],
        recipientSubject: null,
        multiRequests: null,
        accessSubject: [{ id: null, categoryId: null, content: null, attribute: [attribute(SYSTEM_USER, userId)] }],
        action: [{ attribute: [attribute('urn:oasis:names:tc:xacml:1.0:action:action-id', 'read')] }],
        resource: [
          { attribute: [attribute('urn:altinn:resource', resourceId)] },
          { attribute: [attribute(ORG_NO, customer.orgNo)] },
        ],
      },
    };
    expect((await ask(context, body)).response[0]?.decision).toBe('Permit');
  });

  it('knows an app by its registry id and by org and app', async () => {
    await aProtectedResource(context.db, { identifier: 'app_ttd_an-app' });
    const subject = { [SYSTEM_USER]: userId };
    const names: readonly Readonly<Record<string, string>>[] = [
      { 'urn:altinn:resource': 'app_ttd_an-app' },
      { 'urn:altinn:org': 'ttd', 'urn:altinn:app': 'an-app' },
    ];
    for (const name of names) {
      const resource = { ...name, [ORG_NO]: customer.orgNo };
      expect((await ask(context, aXacmlRequest({ subject, resource }))).response[0]?.decision).toBe('Permit');
    }
  });

  describe('a multi-request', () => {
    const aBatch = (references: readonly (readonly string[])[]) => ({
      Request: {
        AccessSubject: [aCategory('s1', { [SYSTEM_USER]: userId })],
        Action: [
          aCategory('read', { 'urn:oasis:names:tc:xacml:1.0:action:action-id': 'read' }),
          aCategory('write', { 'urn:oasis:names:tc:xacml:1.0:action:action-id': 'write' }),
        ],
        Resource: [
          aCategory('r1', { 'urn:altinn:resource': resourceId, [ORG_NO]: customer.orgNo }),
          aCategory('unknown', { 'urn:altinn:resource': 'no-such-resource' }),
        ],
        MultiRequests: { RequestReference: references.map((ReferenceId) => ({ ReferenceId })) },
      },
    });

    it('answers in the order of its references', async () => {
      const { response } = await ask(
        context,
        aBatch([
          ['s1', 'write', 'r1'],
          ['s1', 'read', 'r1'],
        ]),
      );
      expect(response.map(({ decision }) => decision)).toEqual(['NotApplicable', 'Permit']);
    });

    it('Q-25 collapses to one Indeterminate when one part makes no sense', async () => {
      for (const bad of [['read', 'r1'], ['s1', 'read', 'unknown'], []]) {
        const { response } = await ask(context, aBatch([['s1', 'read', 'r1'], bad]));
        expect(response).toHaveLength(1);
        expect(response[0]).toMatchObject({ decision: 'Indeterminate', category: null });
      }
    });

    it('is evaluated once and whole with fewer than two references', async () => {
      const body = aBatch([['s1', 'read', 'r1']]);
      const single = {
        Request: {
          ...body.Request,
          Action: body.Request.Action.slice(0, 1),
          Resource: body.Request.Resource.slice(0, 1),
        },
      };
      expect((await ask(context, single)).response).toMatchObject([{ decision: 'Permit' }]);
      expect((await ask(context, body)).response).toMatchObject([{ decision: 'Indeterminate' }]);
    });

    it('B25 D10 refuses more references than the limit', async () => {
      const references = Array.from({ length: ENTRIES_MAX + 1 }, () => ['s1', 'read', 'r1']);
      await expect(ask(context, aBatch(references))).rejects.toMatchObject({ status: 400 });
    });
  });

  describe('B25 who may ask', () => {
    const scopes = new Set(['altinn:authorization/authorize']);

    it.each([
      ['nobody', { kind: 'anonymous' } as const, 401],
      ['a token without the scope', anOrganisationActor(), 403],
      [
        'a token with a scope that only looks like it',
        anOrganisationActor({ scopes: new Set(['altinn:authorization/authorize2']) }),
        403,
      ],
      ['a vendor about a stranger', anOrganisationActor({ scopes }), 403],
    ])('%s', async (_who, actor, status) => {
      await expect(ask(as(context, actor), aboutUser())).rejects.toMatchObject({ status });
    });

    it('refuses before it reads the body', async () => {
      const unread = async () => {
        throw new Error('read');
      };
      await expect(authorize(as(context, anOrganisationActor()), unread)).rejects.toMatchObject({ status: 403 });
    });

    it('a vendor about the system users of its own systems, and the system user itself', async () => {
      const vendor = anOrganisationActor({ orgNo: vendorOrgNo, scopes });
      expect((await ask(as(context, vendor), aboutUser())).response[0]?.decision).toBe('Permit');
      const itself = anOrganisationActor({ scopes, systemUser: { id: userId, orgNo: customer.orgNo, systemId: 'x' } });
      expect((await ask(as(context, itself), aboutUser())).response[0]?.decision).toBe('Permit');
    });

    it('a vendor about itself but not as a service owner', async () => {
      const vendor = as(context, anOrganisationActor({ orgNo: customer.orgNo, scopes }));
      const resource = { 'urn:altinn:resource': resourceId, [ORG_NO]: customer.orgNo };
      const itself = await ask(vendor, aXacmlRequest({ subject: { [ORG_NO]: customer.orgNo }, resource }));
      expect(itself.response[0]?.decision).toBe('NotApplicable');
      const subject = { [ORG_NO]: customer.orgNo, 'urn:altinn:org': 'skd' };
      await expect(ask(vendor, aXacmlRequest({ subject, resource }))).rejects.toMatchObject({ status: 403 });
    });

    it('a person about themselves only', async () => {
      const manager = await aPerson(context.db, { at: customer, roles: ['DAGL'] });
      const asker = as(context, actorOf(manager, { scopes }));
      const resource = { 'urn:altinn:resource': resourceId, [ORG_NO]: customer.orgNo };
      const own = await ask(
        asker,
        aXacmlRequest({ subject: { 'urn:altinn:userid': String(manager.userId) }, resource }),
      );
      expect(own.response[0]?.decision).toBe('Permit');
      const personNo = (await readPersonNo(context.db, manager.uuid)) ?? '';
      const byNumber = aXacmlRequest({ subject: { 'urn:altinn:person:identifier-no': personNo }, resource });
      expect((await ask(asker, byNumber)).response[0]?.decision).toBe('Permit');
      const somebody = as(context, actorOf(await aPerson(context.db, {}), { scopes }));
      await expect(ask(somebody, byNumber)).rejects.toMatchObject({ status: 403 });
      await expect(ask(asker, aboutUser())).rejects.toMatchObject({ status: 403 });
    });

    it('anybody about nothing, which is Indeterminate', async () => {
      const vendor = as(context, anOrganisationActor({ scopes }));
      expect((await ask(vendor, { Request: {} })).response[0]?.decision).toBe('Indeterminate');
    });

    it('an organisation that owns a resource, and any with the admin scope', async () => {
      const { orgCode: _code, ...owner } = aServiceOwner();
      expect((await ask(as(context, owner), aboutUser())).response[0]?.decision).toBe('Permit');
      const admin = anOrganisationActor({ scopes: new Set(['altinn:authorization/authorize.admin']) });
      expect((await ask(as(context, admin), aboutUser())).response[0]?.decision).toBe('Permit');
    });
  });
});
