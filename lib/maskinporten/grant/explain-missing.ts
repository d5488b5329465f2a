import type { Context } from '../../context/context.ts';
import { explainLookup, type LookupReason } from '../../systemusers/explain-lookup.ts';
import type { LookupQuery } from '../../systemusers/lookup-system-user.ts';

/**
 * Words why no system user was found, for the vendor whose client has just proven itself. Whether another vendor has
 * one at the customer is never to be seen: then there is simply none.
 */
export async function explainMissing(context: Pick<Context, 'db' | 'now'>, query: LookupQuery): Promise<string> {
  return TEXTS[await explainLookup(context, query)];
}

const TEXTS: Readonly<Record<LookupReason, string>> = {
  'client-not-on-any-system': 'No system of yours in the system register carries this client id.',
  'system-suspended': 'The system that carries this client id is suspended.',
  'request-waiting': 'A request is waiting for the approval of the organisation.',
  suspended:
    'The organisation has suspended the system user. Nothing is lost: it works again as soon as the organisation resumes it, without a new request.',
  'other-reference':
    'A system user exists for the organisation, but under another externalRef. Send the externalRef it was created with; without one it is the organisation number.',
  withdrawn: 'The system user has been withdrawn. Send a new request to the organisation.',
  nothing: 'No system user of yours exists for the organisation. Check the organisation number, or send a request.',
};
