import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { formatOrgNo } from '#lib/i18n/format.ts';
import type { SealedLetter } from '#lib/requests/letter/model.ts';
import { requirePerson } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { LogOutForm } from '../../../../_parts/log-out-form.tsx';
import { PageHeading } from '../../../../_parts/page-heading.tsx';

/** What somebody without a relation to the organisation learns: that it is not theirs, and who they are. */
export async function Sealed({ letter }: { readonly letter: SealedLetter }) {
  const t = await translator('requests');
  const { person } = await requirePerson();
  const { name, orgNo } = letter.organisation;
  return (
    <>
      <PageHeading
        title={t('stranger.title')}
        lead={t('stranger.text', { organisation: name, orgNo: formatOrgNo(orgNo), name: person.name })}
      />
      <LogOutForm returnTo={`/requests/${letter.id}`}>
        <SubmitButton variant="secondary">{t('stranger.other')}</SubmitButton>
      </LogOutForm>
    </>
  );
}
