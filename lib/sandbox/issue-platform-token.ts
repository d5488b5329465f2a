import { bindingProblem } from '../kernel/errors.ts';
import { type GeneratedTokens, signGenerated } from './generated-token.ts';
import type { Sandbox } from './open-sandbox.ts';
import type { PlatformQuery } from './schema.ts';

/**
 * Issues the token of one of the platform's own apps, for the header `PlatformAccessToken`. It names no organisation and
 * no person, so that it is nobody's bearer token.
 * @throws ProblemError 400 for a bulk.
 */
export async function issuePlatformToken(sandbox: Sandbox, query: PlatformQuery): Promise<GeneratedTokens> {
  if (query.bulkCount > 0) throw bindingProblem({ bulkCount: ['A platform access token is issued one at a time.'] });
  const claims = {
    'urn:altinn:app': query.app,
    ...(query.org === undefined ? {} : { 'urn:altinn:org': query.org }),
  };
  return signGenerated(sandbox, claims, query.ttl);
}
