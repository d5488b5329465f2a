import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { RequestSummary } from '#lib/requests/overview/summarize.ts';
import { translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../_parts/acting-for.tsx';
import { withdraw } from './actions.ts';

/** Takes a request back; in the dialog and on its page. */
export async function WithdrawForm({
  summary: { request, state },
  orgUuid,
}: {
  readonly summary: RequestSummary;
  readonly orgUuid: string;
}) {
  const t = await translator('vendor');
  return (
    <form action={withdraw} className="flex flex-col items-start gap-4">
      <ActingFor orgUuid={orgUuid} />
      <input type="hidden" name="id" value={request.id} />
      <input type="hidden" name="what" value={request.kind === 'change' ? 'change' : 'request'} />
      <p>{t(state === 'approved' ? 'requests.withdrawKeeps' : 'requests.withdrawText')}</p>
      <SubmitButton color="danger">{t('requests.withdrawConfirm')}</SubmitButton>
    </form>
  );
}
