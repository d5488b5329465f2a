import { parseUuid } from '../kernel/brands.ts';
import { bindingProblem } from '../kernel/errors.ts';

/** Binds a path or query value to an identifier. @throws ProblemError 400 on the name (family C) */
export function toUuidParam(name: string, text: string): string {
  const uuid = parseUuid(text);
  if (uuid === undefined) throw bindingProblem({ [name]: [`The value '${text}' is not valid.`] });
  return uuid;
}

/** Binds a path or query value to a party id, a positive 32-bit integer. @throws ProblemError 400 on the name (family C) */
export function toPartyIdParam(name: string, text: string): number {
  const id = /^[0-9]{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(id <= 2_147_483_647)) throw bindingProblem({ [name]: [`The value '${text}' is not valid.`] });
  return id;
}
