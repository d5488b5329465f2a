import { assertOperatorPerson } from '#lib/maskinporten/administration/authority.ts';
import type { Organisation } from '#lib/parties/model.ts';
import { requireParty, type SignedIn } from '#lib/session/page-context.ts';
import { ask } from '../../_parts/ask.ts';

/** A signed-in person of the operator's; anybody else gets the page that says what is missing. */
export async function requireOperator(): Promise<SignedIn & { readonly organisation: Organisation }> {
  const current = await requireParty();
  await ask(assertOperatorPerson(current.context));
  return current;
}
