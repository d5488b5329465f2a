import { CopyField } from '#app/_ui/copy-field.tsx';
import { DescriptionList } from '#app/_ui/description-list.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { PartyLine } from '../../../../_parts/party-line.tsx';

/** Whose system it is, who approved it, when it was used; the request it came from, and the ids that vendors ask for. */
export async function Facts({ view }: { readonly view: OwnSystemUserView }) {
  const t = await translator('systemUsers');
  const common = await translator('common');
  const language = await pageLanguage();
  const { user, vendor, lastUsedAt } = view;
  return (
    <section className="flex max-w-[45rem] flex-col gap-4">
      <Heading level={2} data-size="xs">
        {t('detail.facts')}
      </Heading>
      <DescriptionList
        items={[
          { term: t('detail.vendor'), description: <PartyLine {...vendor} /> },
          { term: t('detail.label'), description: <bdi>{user.integrationTitle}</bdi> },
          { term: t('detail.reference'), description: <bdi>{user.externalRef}</bdi> },
          { term: t('detail.createdBy'), description: user.createdByName ?? '' },
          { term: t('detail.createdAt'), description: <Moment at={user.createdAt} language={language} withTime /> },
          {
            term: t('detail.lastUsed'),
            description: lastUsedAt ? <Moment at={lastUsedAt} language={language} withTime /> : t('never'),
          },
        ]}
      />
      {view.isRequested && (
        <p>
          <TextLink href={`/requests/${user.id}`}>{t('detail.request')}</TextLink>
        </p>
      )}
      <CopyField
        label={t('detail.systemId')}
        value={user.systemId}
        copy={t('detail.copySystemId')}
        copied={common('actions.copied')}
      />
      <CopyField label={t('detail.id')} value={user.id} copy={t('detail.copyId')} copied={common('actions.copied')} />
    </section>
  );
}
