import type { Db } from '#db/open.ts';
import type { Context } from '../../context/context.ts';
import { parseOrgNo } from '../../kernel/brands.ts';
import { findOrganisation, findOrganisationNames } from '../../parties/find-party.ts';
import { administrationProblem } from './problems.ts';

/** The registered names of organisations, by number; one that is not in the register is called by its number. */
export async function organisationNames(db: Db, orgNos: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = await findOrganisationNames(db, orgNos);
  return new Map(orgNos.map((orgNo) => [orgNo, names.get(orgNo) ?? orgNo]));
}

/**
 * Looks an organisation up for anybody who asks.
 * @throws ProblemError 400 for a malformed number, 404 `organisation_not_found`
 */
export async function readOrganisation(
  context: Context,
  orgNo: string,
): Promise<{ readonly orgNo: string; readonly name: string }> {
  assertOrgNo(orgNo, 'orgnr');
  const organisation = await findOrganisation(context.db, orgNo);
  if (!organisation) throw administrationProblem('organisation_not_found');
  return { orgNo, name: organisation.name };
}

/** Demands nine digits with a valid control digit. @throws ProblemError 400 that names the field */
export function assertOrgNo(text: string, field: string): void {
  if (parseOrgNo(text)) return;
  throw administrationProblem('invalid_request', {
    field,
    detail: 'An organisation number has nine digits, of which the last is a control digit.',
  });
}
