import { Heading } from '#app/_ui/ds.ts';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { translator } from '#lib/session/translator.ts';
import { AuthorityLines } from '../../../../_parts/authority-lines.tsx';
import { AskForChange } from './ask-for-change.tsx';

/** What the system user may do now, or once it is resumed. */
export async function Held({ view }: { readonly view: OwnSystemUserView }) {
  const t = await translator('systemUsers');
  const { rights, packages } = view.lines;
  if (view.user.isDeleted) return null;
  if (rights.length + packages.length === 0) return <p>{t('detail.hadNothing')}</p>;
  return (
    <section className="flex max-w-[45rem] flex-col gap-3">
      <Heading level={2} data-size="xs">
        {t(`detail.${view.user.userType === 'agent' ? 'mayDoClients' : 'mayDo'}${view.user.suspension ? 'After' : ''}`)}
      </Heading>
      <AuthorityLines lines={view.lines} marks={false} />
      {view.user.userType === 'standard' && <AskForChange view={view} />}
    </section>
  );
}
