import { ProblemError } from '../../kernel/errors.ts';

/**
 * Refusals of the administration API: `error` on the wire, with status and text. Stable, never reused.
 * @see `maskinporten.md` §12.2
 */
export const ADMINISTRATION_PROBLEMS = {
  invalid_request: [400, 'The request is not valid.'],
  unknown_scope: [400, 'The client cannot hold a scope that does not exist or is not active.'],
  access_missing: [400, 'The organisation has no access to the scope.'],
  immutable_field: [400, 'The field cannot be changed.'],
  secret_not_supported: [400, 'The client uses private_key_jwt and has no secret.'],
  too_many_keys: [400, 'A client has at most five keys.'],
  duplicate_kid: [400, 'Two keys have the same kid.'],
  invalid_key: [400, 'The key cannot be used.'],
  private_key: [
    400,
    'This is a private or symmetric key. It was not stored, but it has been sent over the network and must be considered compromised: make a new pair, and register its public key only.',
  ],
  key_in_use: [
    400,
    'The public key is registered on a client of another organisation. Every organisation has its own.',
  ],
  not_delegable: [400, 'The scope has no delegation source, so it cannot be delegated.'],
  prefix_not_yours: [403, 'The prefix is not assigned to your organisation.'],
  scope_not_found: [404, 'There is no such scope.'],
  access_not_found: [404, 'The organisation has never been given access to the scope.'],
  prefix_not_found: [404, 'There is no such prefix.'],
  client_not_found: [404, 'There is no such client.'],
  key_not_found: [404, 'The client has no key with that kid.'],
  on_behalf_of_not_found: [404, 'The client has no such on-behalf-of entry.'],
  organisation_not_found: [404, 'There is no organisation with that number.'],
  api_not_found: [404, 'There is no such API that can be delegated.'],
  delegation_not_found: [404, 'There is no such delegation.'],
  scope_exists: [409, 'The scope exists already. If it is inactive, change it with active true.'],
  prefix_exists: [409, 'The prefix is assigned already.'],
  client_exists: [409, 'The client id is taken. If the client is inactive, change it with active true.'],
  on_behalf_of_exists: [
    409,
    'The client has that on-behalf-of entry already. If it is inactive, change it with active true.',
  ],
  version_conflict: [412, 'Somebody has changed it since you read it. Read it again.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export type AdministrationCode = keyof typeof ADMINISTRATION_PROBLEMS;

/** Builds a refusal; `detail` says what in this very call it is about, `field` which member. */
export function administrationProblem(
  code: AdministrationCode,
  about: { readonly detail?: string; readonly field?: string } = {},
): ProblemError {
  const [status, text] = ADMINISTRATION_PROBLEMS[code];
  const title = about.detail === undefined ? text : `${text} ${about.detail}`;
  return new ProblemError({
    status,
    code,
    title,
    ...(about.field === undefined ? {} : { errors: { [about.field]: [about.detail ?? text] } }),
  });
}
