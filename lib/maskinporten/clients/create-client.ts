import { randomUUID } from 'node:crypto';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { forbidden } from '../../kernel/errors.ts';
import { assertAdministrator, SUPPLY_CLIENTS, WRITE_CLIENTS, withoutSupply } from '../administration/authority.ts';
import { assertOrgNo } from '../administration/organisation-names.ts';
import { administrationProblem } from '../administration/problems.ts';
import { assertMaskinportenSettings, assertScopesExist, isClientId } from './client-rules.ts';
import type { Client } from './model.ts';
import type { ClientBody } from './schema.ts';
import { insertClient } from './store.ts';

/**
 * Registers a client for the caller's organisation; with `idporten:dcr.supplier` also for a customer. One without a
 * name is called by its id.
 * @throws BareError 401, 403 · ProblemError 400, 409 `client_exists`
 * @see `maskinporten.md` §12.6
 */
export async function createClient(context: Context, input: ClientBody): Promise<Client> {
  const callerOrgNo = await assertAdministrator(context, WRITE_CLIENTS);
  const orgNo = ownerOf(context, callerOrgNo, input.clientOrgNo);
  if (orgNo === callerOrgNo) await assertAdministrator(context, withoutSupply(WRITE_CLIENTS));
  if (input.clientId !== undefined && !isClientId(input.clientId)) {
    throw administrationProblem('invalid_request', {
      field: 'client_id',
      detail: 'A client id has 3 to 100 letters, digits, ".", "_" and "-".',
    });
  }
  const integrationType = input.integrationType ?? 'maskinporten';
  assertMaskinportenSettings(integrationType, input.settings);
  await assertScopesExist(context.db, input.settings.scopes, { integrationType });
  const clientId = input.clientId ?? randomUUID();
  const client: Client = {
    ...input.settings,
    clientId,
    name: input.name ?? clientId,
    orgNo,
    supplierOrgNo: orgNo === callerOrgNo ? undefined : callerOrgNo,
    active: true,
    integrationType,
    version: 1,
    keysUpdatedAt: undefined,
    lastUsedAt: undefined,
    createdAt: context.now,
    updatedAt: context.now,
  };
  await context.db.transaction(async (tx) => {
    if (!(await insertClient(tx, client))) throw administrationProblem('client_exists');
    await recordAudit(tx, context, {
      action: 'client.created',
      subjectType: 'client',
      subjectId: client.clientId,
      vendorOrgNo: orgNo,
      after: { name: client.name, scopes: client.scopes },
    });
  });
  return client;
}

/** People register for the organisation they act for; machines for a customer only with the supplier's scope. */
function ownerOf(context: Context, callerOrgNo: string, clientOrgNo: string | undefined): string {
  if (clientOrgNo === undefined || clientOrgNo === callerOrgNo) return callerOrgNo;
  assertOrgNo(clientOrgNo, 'client_orgno');
  const { actor } = context;
  if (actor.kind !== 'organisation' || !actor.scopes.has(SUPPLY_CLIENTS)) throw forbidden();
  return clientOrgNo;
}
