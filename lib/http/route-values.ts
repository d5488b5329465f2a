import { parseUuid } from '../kernel/brands.ts';
import { bindingProblem } from '../kernel/errors.ts';

const PARTY_ID_MAX = 2_147_483_647;

/** Reads a `{party}` of a path. @throws ProblemError 400 on `party` (family C) when it is not a party id. */
export function readPartyId(text: string): number {
  const value = /^[0-9]{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= PARTY_ID_MAX)) throw bindingProblem({ party: [`The value '${text}' is not valid.`] });
  return value;
}

/** The other ways in which .NET reads a GUID: without hyphens, in braces, in parentheses. */
const BARE_GUID = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i;
const WRAPPED_GUID = /^\{(.{36})\}$|^\((.{36})\)$/;

/**
 * Reads a required UUID of a path or query in any form that .NET knows.
 * @throws ProblemError 400 on its name (family C) when absent or malformed
 */
export function readUuid(name: string, text: string | undefined): string {
  const uuid = parseUuid((text ?? '').replace(BARE_GUID, '$1-$2-$3-$4-$5').replace(WRAPPED_GUID, '$1$2'));
  if (uuid === undefined) {
    throw bindingProblem({ [name]: [text ? `The value '${text}' is not valid.` : `The ${name} field is required.`] });
  }
  return uuid;
}

/** Reads a required text of a query. @throws ProblemError 400 on its name (family C) when absent or empty. */
export function readRequired(name: string, text: string | undefined): string {
  if (text === undefined || text.trim() === '') throw bindingProblem({ [name]: [`The ${name} field is required.`] });
  return text;
}
