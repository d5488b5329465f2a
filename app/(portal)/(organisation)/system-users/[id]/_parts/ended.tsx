import { Dated } from '#app/_ui/dated.tsx';
import { Alert } from '#app/_ui/ds.ts';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

/** Says that it has ended, or that its system is gone; nothing for one in use. */
export async function Ended({ view }: { readonly view: OwnSystemUserView }) {
  const t = await translator('systemUsers');
  const { user } = view;
  if (user.isDeleted) {
    const say = (date: string) => t('detail.endedTitle', { date });
    return (
      <div className="flex flex-col gap-1 rounded-lg border border-border-default bg-surface-default p-5">
        <p className="font-medium">
          <Dated at={[user.deletedAt]} language={await pageLanguage()} say={say} withTime />
        </p>
        <p>{t('detail.endedBy', { name: user.deletedByName ?? '' })}</p>
      </div>
    );
  }
  return view.system.isDeleted ? <Alert data-color="warning">{t('detail.systemDeleted')}</Alert> : null;
}
