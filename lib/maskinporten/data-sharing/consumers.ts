import { assertOrganisation } from '../../context/assert.ts';
import type { Context, PersonActor } from '../../context/context.ts';
import { forbidden, unauthenticated } from '../../kernel/errors.ts';
import { isAllowed } from '../../parties/authority.ts';
import type { Organisation } from '../../parties/model.ts';
import { organisationsOf } from '../../parties/roles.ts';
import { SHARE_DATA, WRITE_CLIENTS } from '../administration/authority.ts';
import { administrationProblem } from '../administration/problems.ts';

/** An organisation for which the caller may act, with a context in which the verbs of clients and keys work for it. */
export type Consumer = { readonly orgNo: string; readonly context: Context };

/**
 * The organisations for which the caller may make clients: a machine's own, or those where a person has technical
 * administration. What the machine's scope lacks for the verbs is added here, for its own organisation alone.
 * @throws BareError 401, 403 for a machine without `idporten:dcr.datasharing`
 */
export async function consumersOf(context: Context): Promise<readonly Consumer[]> {
  const { actor } = context;
  switch (actor.kind) {
    case 'anonymous':
      throw unauthenticated();
    case 'organisation': {
      const { orgNo } = assertOrganisation(context, SHARE_DATA);
      const scopes = new Set([...actor.scopes, ...WRITE_CLIENTS]);
      return [{ orgNo, context: { ...context, actor: { ...actor, scopes } } }];
    }
    case 'person':
      return (await administeredBy(context, actor)).map(({ uuid, partyId, orgNo }) => ({
        orgNo,
        context: { ...context, actor: { ...actor, actingFor: { partyUuid: uuid, partyId, orgNo } } },
      }));
  }
}

/**
 * The one of those organisations that is meant; unnamed, the only one.
 * @throws BareError 401, 403 · ProblemError 400 when there are several and none is named
 */
export async function consumerOf(context: Context, orgNo: string | undefined): Promise<Consumer> {
  const consumers = await consumersOf(context);
  if (orgNo === undefined && consumers.length > 1) {
    throw administrationProblem('invalid_request', {
      field: 'consumerOrgNr',
      detail: 'You may act for several organisations: consumerOrgNr says for which.',
    });
  }
  const consumer = orgNo === undefined ? consumers[0] : consumers.find((candidate) => candidate.orgNo === orgNo);
  if (!consumer) throw forbidden();
  return consumer;
}

async function administeredBy({ db }: Context, actor: PersonActor): Promise<readonly Organisation[]> {
  const organisations = await organisationsOf(db, actor.partyUuid);
  const allowed = await Promise.all(
    organisations.map(({ uuid }) => isAllowed(db, actor, uuid, 'technical-administration')),
  );
  return organisations.filter((_, index) => allowed[index]);
}
