import type { Metadata } from 'next';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { DescriptionList } from '#app/_ui/description-list.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { apiTitle, delegationHref } from '../../../../_parts/api-words.ts';
import { Crumbs } from '../../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { PartyLine } from '../../../../_parts/party-line.tsx';
import { ScopeLines } from '../../../../_parts/scope-lines.tsx';
import { readOne } from '../../_delegation/read-one.ts';
import { WithdrawForm } from '../../_delegation/withdraw-form.tsx';

type Props = {
  readonly params: Promise<{ readonly supplier: string; readonly api: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { supplier, api } = await params;
  const { delegation } = await readOne(supplier, api);
  return { title: `${apiTitle(delegation, await pageLanguage())}: ${delegation.supplier.name}` };
}

/** What one supplier may do with one API, who let it, and how to end it. */
export default async function DelegationPage({ params, searchParams }: Props) {
  const path = await params;
  const { delegation, organisation } = await readOne(path.supplier, path.api);
  const t = await translator('delegations');
  const common = await translator('common');
  const language = await pageLanguage();
  const { owner, supplier, scopes, since, givenByName } = delegation;
  const title = apiTitle(delegation, language);
  return (
    <>
      {(await searchParams).done === 'given' && (
        <Notice text={t('detail.given', { supplier: supplier.name })} close={common('actions.close')} />
      )}
      <PageHeading
        above={<Crumbs links={[{ href: '/delegations', text: t('title') }]} here={title} />}
        title={title}
        lead={t('detail.lead', { supplier: supplier.name, organisation: organisation.name })}
      />
      {Object.keys(delegation.description).length > 0 && (
        <p className="max-w-[42rem] break-words">{textIn({ nb: '', ...delegation.description }, language)}</p>
      )}
      <section className="flex max-w-[45rem] flex-col gap-3">
        <Heading level={2} data-size="xs">
          {t('detail.mayDo')}
        </Heading>
        <ScopeLines scopes={scopes} />
      </section>
      <section className="flex max-w-[45rem] flex-col gap-4">
        <Heading level={2} data-size="xs">
          {t('detail.facts')}
        </Heading>
        <DescriptionList
          items={[
            { term: t('columns.supplier'), description: <PartyLine {...supplier} /> },
            { term: t('columns.owner'), description: <PartyLine {...owner} /> },
            { term: t('columns.since'), description: <Moment at={since} language={language} withTime /> },
            ...(givenByName ? [{ term: t('detail.givenBy'), description: <bdi>{givenByName}</bdi> }] : []),
          ]}
        />
      </section>
      <div className="border-t border-border-subtle pt-6">
        <ConfirmDialog
          trigger={t('detail.withdraw')}
          fallbackHref={`${delegationHref(delegation)}/withdraw`}
          title={t('withdrawal.title', { supplier: supplier.name })}
          close={common('actions.close')}
        >
          <WithdrawForm delegation={delegation} organisation={organisation} />
        </ConfirmDialog>
      </div>
    </>
  );
}
