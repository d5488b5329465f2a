import { Dated } from '#app/_ui/dated.tsx';
import { Details, DetailsContent, DetailsSummary, Textfield } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { WORDS_MAX_CHARACTERS } from '#lib/requests/model.ts';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../../_parts/acting-for.tsx';
import { askVendor } from '../actions.ts';

/** How to get more or less than the system user has: the vendor must ask, and can be told to. */
export async function AskForChange({ view }: { readonly view: OwnSystemUserView }) {
  const t = await translator('systemUsers');
  const { user, vendor, organisation, mayWithdraw } = view;
  const names = { vendor: vendor.name };
  return (
    <>
      <p className="text-text-subtle">{t('detail.askVendor', names)}</p>
      {user.wish && <Wished wish={user.wish} vendor={vendor.name} />}
      {mayWithdraw && (
        <Details>
          <DetailsSummary>{t('detail.wishTitle', names)}</DetailsSummary>
          <DetailsContent>
            <form action={askVendor} data-kept="wish" className="flex flex-col items-start gap-4">
              <ActingFor orgUuid={organisation.uuid} />
              <input type="hidden" name="id" value={user.id} />
              <Textfield
                label={t('detail.wishLabel')}
                description={t('detail.wishHint', names)}
                name="text"
                multiline
                rows={3}
                maxLength={WORDS_MAX_CHARACTERS}
                className="w-full"
              />
              <SubmitButton variant="secondary">{t('detail.wishSend', names)}</SubmitButton>
            </form>
          </DetailsContent>
        </Details>
      )}
    </>
  );
}

async function Wished({
  wish: { text, at, byName },
  vendor,
}: {
  readonly wish: NonNullable<OwnSystemUserView['user']['wish']>;
  readonly vendor: string;
}) {
  const t = await translator('systemUsers');
  const language = await pageLanguage();
  return (
    <div className="flex flex-col gap-1 rounded-lg border border-border-subtle bg-surface-default p-4">
      <p>
        <Dated at={[at]} language={language} say={(date) => t('detail.wished', { name: byName, vendor, date })} />
      </p>
      {text && <p className="break-words whitespace-pre-line">{t('detail.wishedText', { text })}</p>}
    </div>
  );
}
