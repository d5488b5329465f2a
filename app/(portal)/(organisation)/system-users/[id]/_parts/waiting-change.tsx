import { Dated } from '#app/_ui/dated.tsx';
import { Alert } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

/** That the vendor has asked for a change which nobody has answered; nothing when it has not. */
export async function WaitingChange({ view: { waitingChange, vendor } }: { readonly view: OwnSystemUserView }) {
  if (!waitingChange) return null;
  const t = await translator('systemUsers');
  const say = (date: string) => t('detail.changeWaits', { vendor: vendor.name, date });
  return (
    <Alert data-color="info">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>
          <Dated at={[waitingChange.createdAt]} language={await pageLanguage()} say={say} />
        </p>
        <TextLink href={`/requests/${waitingChange.id}`}>{t('detail.seeChange')}</TextLink>
      </div>
    </Alert>
  );
}
