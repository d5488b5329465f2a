import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { ApiDelegation } from '#lib/maskinporten/delegations/model.ts';
import type { Organisation } from '#lib/parties/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../_parts/acting-for.tsx';
import { apiTitle } from '../../../_parts/api-words.ts';
import { withdraw } from '../actions.ts';

/** Withdraws what the supplier may do; the effect stands above the button, whose name repeats the supplier's. */
export async function WithdrawForm({
  delegation,
  organisation,
}: {
  readonly delegation: ApiDelegation;
  readonly organisation: Organisation;
}) {
  const t = await translator('delegations');
  const supplier = delegation.supplier.name;
  const api = apiTitle(delegation, await pageLanguage());
  return (
    <form action={withdraw} className="flex flex-col items-start gap-4">
      <ActingFor orgUuid={organisation.uuid} />
      <input type="hidden" name="supplier" value={delegation.supplier.orgNo} />
      <input type="hidden" name="api" value={delegation.api} />
      <p>{t('withdrawal.text', { supplier, api, organisation: organisation.name })}</p>
      <SubmitButton color="danger">{t('withdrawal.confirm', { supplier })}</SubmitButton>
    </form>
  );
}
