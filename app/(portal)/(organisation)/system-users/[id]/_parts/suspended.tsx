import { Dated } from '#app/_ui/dated.tsx';
import { Alert, Heading } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../../_parts/acting-for.tsx';
import { resume } from '../actions.ts';

/** Says since when and by whom it is suspended, with the way back; nothing for one that may act. */
export async function Suspended({ view }: { readonly view: OwnSystemUserView }) {
  const { user, organisation, mayWithdraw } = view;
  const { suspension } = user;
  if (!suspension) return null;
  const t = await translator('systemUsers');
  const language = await pageLanguage();
  const names = { name: suspension.byName, system: view.system.name[language], organisation: organisation.name };
  const say = (date: string) => t('detail.suspendedTitle', { date });
  return (
    <Alert data-color="warning">
      <Heading level={2} data-size="2xs">
        <Dated at={[suspension.at]} language={language} say={say} withTime />
      </Heading>
      <p>{user.userType === 'agent' ? t('detail.suspendedByAgent', names) : t('detail.suspendedBy', names)}</p>
      {mayWithdraw && (
        <form action={resume} className="pt-3">
          <ActingFor orgUuid={organisation.uuid} />
          <input type="hidden" name="id" value={user.id} />
          <SubmitButton>{t('resume')}</SubmitButton>
        </form>
      )}
    </Alert>
  );
}
