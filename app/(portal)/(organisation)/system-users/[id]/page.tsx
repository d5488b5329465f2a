import type { Metadata } from 'next';
import { cache } from 'react';
import { Alert, Breadcrumbs, BreadcrumbsItem, BreadcrumbsLink, BreadcrumbsList } from '#app/_ui/ds.ts';
import { LinkTabs } from '#app/_ui/link-tabs.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { problemText } from '#lib/i18n/problem-texts.ts';
import { parseUuid } from '#lib/kernel/brands.ts';
import { readOwnSystemUser } from '#lib/requests/overview/read-own-system-user.ts';
import { requirePerson } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { isActive } from '#lib/systemusers/model.ts';
import { ask } from '../../../_parts/ask.ts';
import { FocusedHeading } from '../../../_parts/focused-heading.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { Clients } from './_parts/clients/clients.tsx';
import { Ended } from './_parts/ended.tsx';
import { Facts } from './_parts/facts.tsx';
import { Held } from './_parts/held.tsx';
import { History } from './_parts/history.tsx';
import { Suspend } from './_parts/suspend.tsx';
import { Suspended } from './_parts/suspended.tsx';
import { WaitingChange } from './_parts/waiting-change.tsx';
import { Withdraw } from './_parts/withdraw.tsx';

/** What may just have been done, by the name of the words for it. */
const DONE = ['created', 'suspended', 'resumed', 'withdrawn'] as const;

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const read = cache(async (id: string) => {
  const { context } = await requirePerson();
  return ask(readOwnSystemUser(context, parseUuid(id) ?? ''));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { system } = await read((await params).id);
  return { title: system.name[await pageLanguage()] };
}

export default async function SystemUserPage({ params, searchParams }: Props) {
  const view = await read((await params).id);
  const { user, vendor, organisation } = view;
  const t = await translator('systemUsers');
  const common = await translator('common');
  const given = await searchParams;
  const isAgent = user.userType === 'agent';
  const tab = given.tab === 'history' ? 'history' : given.tab === 'clients' && isAgent ? 'clients' : 'authorities';
  const base = `/system-users/${user.id}`;
  const system = view.system.name[await pageLanguage()];
  const refusal = typeof given.problem === 'string' ? problemText(await pageLanguage(), given.problem) : undefined;
  const done = DONE.find((each) => each === given.done);
  const facts = { system, vendor: vendor.name, organisation: organisation.name };
  return (
    <>
      {done && <Notice text={t(done)} close={common('actions.close')} />}
      {refusal && (
        <Alert data-color="danger" role="alert">
          {refusal}
        </Alert>
      )}
      {given.done === 'wished' && (
        <Notice text={t('detail.wishDone', { vendor: view.vendor.name })} close={common('actions.close')} />
      )}
      <Breadcrumbs aria-label={common('breadcrumbs')}>
        <BreadcrumbsList>
          <BreadcrumbsItem>
            <BreadcrumbsLink href="/system-users">{t('title')}</BreadcrumbsLink>
          </BreadcrumbsItem>
          <BreadcrumbsItem>
            <BreadcrumbsLink href={base} aria-current="page">
              {system}
            </BreadcrumbsLink>
          </BreadcrumbsItem>
        </BreadcrumbsList>
      </Breadcrumbs>
      <PageHeading
        title={done && done !== 'created' ? <FocusedHeading>{system}</FocusedHeading> : system}
        lead={isActive(user) ? (isAgent ? t('detail.leadAgent', facts) : t('detail.lead', facts)) : undefined}
      />
      <Ended view={view} />
      <Suspended view={view} />
      <WaitingChange view={view} />
      <LinkTabs
        label={t('detail.tabs')}
        tabs={[
          { href: base, text: t('detail.authorities'), current: tab === 'authorities' },
          ...(isAgent
            ? [
                {
                  href: `${base}?tab=clients`,
                  text: t('detail.clients', { count: String(view.clients.length) }),
                  current: tab === 'clients',
                },
              ]
            : []),
          { href: `${base}?tab=history`, text: t('detail.history'), current: tab === 'history' },
        ]}
      />
      {tab === 'authorities' && (
        <>
          <Held view={view} />
          <Facts view={view} />
        </>
      )}
      {tab === 'clients' && <Clients view={view} searchParams={given} />}
      {tab === 'history' && <History view={view} />}
      {view.mayWithdraw && (
        <div className="flex flex-wrap gap-3 border-t border-border-subtle pt-6">
          {!user.suspension && <Suspend view={view} />}
          <Withdraw view={view} />
        </div>
      )}
    </>
  );
}
