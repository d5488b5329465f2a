import { assertOrganisation } from '../../context/assert.ts';
import type { Context, OrganisationActor } from '../../context/context.ts';
import { parseOrgNo } from '../../kernel/brands.ts';
import { bindingProblem, ProblemError } from '../../kernel/errors.ts';
import type { ScopeDelegation } from './model.ts';
import { selectDelegations } from './store.ts';

const ADMIN = 'altinn:maskinporten/delegations.admin';
const LOOKUP = 'altinn:maskinporten/delegations';

/** What to look for; each may be left out, but not all. */
type Input = {
  readonly supplierOrg?: string | undefined;
  readonly consumerOrg?: string | undefined;
  readonly scope?: string | undefined;
};

/**
 * Looks delegations up for an issuer of tokens, or for the owner of a scope about scopes below its own prefixes.
 * @throws BareError 401, 403 · ProblemError 403 for another's scope, 400 without any parameter or with a bad number
 * @see `maskinporten.md` §9
 */
export async function lookupDelegations(context: Context, input: Input): Promise<readonly ScopeDelegation[]> {
  const actor = assertOrganisation(context, ADMIN, LOOKUP);
  assertParameters(input);
  if (!actor.scopes.has(ADMIN) && !ownsPrefixOf(actor, input.scope)) {
    throw new ProblemError({
      status: 403,
      title: `Not authorized for lookup of delegations for the scope: ${input.scope ?? ''}`,
      extensions: { detail: 'See Altinn documentation for further details' },
    });
  }
  return selectDelegations(context.db, {
    supplierOrgNo: input.supplierOrg,
    consumerOrgNo: input.consumerOrg,
    scopes: input.scope === undefined ? undefined : [input.scope],
  });
}

function assertParameters({ supplierOrg, consumerOrg, scope }: Input): void {
  const errors: Record<string, string[]> = {};
  if (supplierOrg === undefined && consumerOrg === undefined && scope === undefined) {
    errors.scope = ['Either supplierOrg, consumerOrg or scope has to be provided.'];
  }
  if (supplierOrg !== undefined && !parseOrgNo(supplierOrg)) {
    errors.supplierOrg = ['Supplierorg is not an valid organization number'];
  }
  if (consumerOrg !== undefined && !parseOrgNo(consumerOrg)) {
    errors.consumerOrg = ['Consumerorg is not an valid organization number'];
  }
  if (Object.keys(errors).length > 0) throw bindingProblem(errors);
}

function ownsPrefixOf(actor: OrganisationActor, scope: string | undefined): boolean {
  return scope !== undefined && actor.prefixes.some((prefix) => scope.startsWith(`${prefix}:`));
}
