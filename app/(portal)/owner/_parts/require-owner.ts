import { forbidden } from 'next/navigation';
import type { Organisation } from '#lib/parties/model.ts';
import { requireParty, type SignedIn } from '#lib/session/page-context.ts';

/** The signed-in person and the service owner acted for; any other organisation gets the page that says what is missing. */
export async function requireOwner(): Promise<
  SignedIn & { readonly organisation: Organisation; readonly orgCode: string }
> {
  const current = await requireParty();
  const { orgCode } = current.organisation;
  if (orgCode === undefined) forbidden();
  return { ...current, orgCode };
}
