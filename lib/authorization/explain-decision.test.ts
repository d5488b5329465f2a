import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../context/context.ts';
import type { Organisation } from '../parties/model.ts';
import { aProtectedResource } from '../testing/authorization.ts';
import { anOrganisationActor, as, testContext } from '../testing/context.ts';
import { actorOf, anOrganisation, aPerson } from '../testing/parties.ts';
import { aSystem, aSystemUser, suspendAsOwner } from '../testing/systems.ts';
import { ENGINES } from '../testing/test-database.ts';
import { explainDecision } from './explain-decision.ts';

describe.each(ENGINES)('explainDecision on %s', (engine) => {
  let context: Context;
  let owner: Organisation;
  let customer: Organisation;
  let resourceId: string;

  beforeEach(async () => {
    context = await testContext(undefined, engine);
    owner = await anOrganisation(context.db);
    customer = await anOrganisation(context.db);
    const hasCompetentAuthority = { organization: owner.orgNo, orgcode: 'ttd', name: { nb: 'T' } };
    resourceId = await aProtectedResource(context.db, { details: { hasCompetentAuthority } });
  });

  const about = (userId: string, action = 'read') => ({
    subject: [{ id: 'urn:altinn:systemuser:uuid', value: userId }],
    resource: [
      { id: 'urn:altinn:resource', value: resourceId },
      { id: 'urn:altinn:organization:identifier-no', value: customer.orgNo },
    ],
    action: [{ id: 'urn:oasis:names:tc:xacml:1.0:action:action-id', value: action }],
  });
  const asOwner = () =>
    as(
      context,
      anOrganisationActor({ orgNo: owner.orgNo, scopes: new Set(['altinn:resourceregistry/resource.write']) }),
    );

  it('tells the owner which way led to a Permit', async () => {
    const packages = ['urn:altinn:accesspackage:krav-og-utlegg'];
    const user = await aSystemUser(context.db, { system: await aSystem(context.db), party: customer, packages });
    expect(await explainDecision(asOwner(), about(user.id))).toMatchObject({
      decision: 'Permit',
      trace: [
        { step: 'party', found: true, name: customer.name },
        { step: 'subject', kind: 'system-user', tie: 'own', packages },
        { step: 'rule', ruleId: `urn:altinn:resource:${resourceId}:ruleid:1` },
      ],
    });
  });

  it('tells the owner that the customer has suspended the system user', async () => {
    const packages = ['urn:altinn:accesspackage:krav-og-utlegg'];
    const user = await aSystemUser(context.db, { system: await aSystem(context.db), party: customer, packages });
    const resume = await suspendAsOwner(context.db, user);
    const { decision, trace } = await explainDecision(asOwner(), about(user.id));
    expect(decision).toBe('NotApplicable');
    expect(trace).toContainEqual({ step: 'ended', what: 'suspended' });
    await resume();
    expect((await explainDecision(asOwner(), about(user.id))).decision).toBe('Permit');
  });

  it('tells the owner what was missing', async () => {
    const rights = [{ resourceId, actions: ['write'] }];
    const user = await aSystemUser(context.db, { system: await aSystem(context.db), party: customer, rights });
    const { decision, trace } = await explainDecision(asOwner(), about(user.id));
    expect(decision).toBe('NotApplicable');
    expect(trace.slice(2)).toEqual([
      {
        step: 'no-rule',
        actionKnown: true,
        wanted: ['urn:altinn:rolecode:DAGL', 'urn:altinn:accesspackage:krav-og-utlegg'],
      },
      { step: 'delegation', actions: ['write'], outcome: 'misses-action' },
    ]);
    expect((await explainDecision(asOwner(), about(user.id, 'fly'))).trace[2]).toMatchObject({ actionKnown: false });
  });

  it('tells what was wrong with the question', async () => {
    expect((await explainDecision(asOwner(), { ...about('x'), subject: [] })).trace).toEqual([
      { step: 'fault', fault: 'processing-error', reason: 'no-subject' },
    ]);
  });

  it('tells the owner’s technical administrator as well', async () => {
    const urn = 'urn:altinn:accesspackage:maskinporten-administrator';
    const row = { role: 'DAGL', packageUrn: urn, hasAccess: true, mayDelegate: true };
    await context.db.insert(context.db.tables.rolePackages).values(row);
    const manager = actorOf(await aPerson(context.db, { at: owner, roles: ['DAGL'] }));
    expect((await explainDecision(as(context, manager), about('x'))).decision).toBe('Indeterminate');
  });

  it('tells nobody else', async () => {
    const registryScope = { scopes: new Set(['altinn:resourceregistry/resource.write']) };
    const ask = new Set(['altinn:authorization/authorize']);
    await expect(explainDecision(context, about('x'))).rejects.toMatchObject({ status: 401 });
    await expect(explainDecision(as(context, anOrganisationActor(registryScope)), about('x'))).rejects.toMatchObject({
      status: 403,
    });
    const withoutScope = anOrganisationActor({ orgNo: owner.orgNo, scopes: ask });
    await expect(explainDecision(as(context, withoutScope), about('x'))).rejects.toMatchObject({ status: 403 });
    resourceId = 'unknown';
    await expect(explainDecision(asOwner(), about('x'))).rejects.toMatchObject({ status: 403 });
  });
});
