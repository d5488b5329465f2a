import type { Metadata } from 'next';
import { LinkTabs } from '#app/_ui/link-tabs.tsx';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { readOwnResource } from '#lib/resources/read-own-resource.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { Outcome, one, type Query } from '../../../_parts/outcome.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { requireOwner } from '../../_parts/require-owner.ts';
import { AboutTab } from '../_resource/about-tab.tsx';
import { AccessTab } from '../_resource/access-tab.tsx';
import { PublishTab } from '../_resource/publish-tab.tsx';
import { RESOURCE_TABS, resourceHref } from '../_resource/resource-href.ts';
import { UsageTab } from '../_resource/usage-tab.tsx';
import { RulesTab } from '../_rules/rules-tab.tsx';

type Props = { readonly params: Promise<{ readonly id: string }>; readonly searchParams: Promise<Query> };

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { context } = await requireOwner();
  const t = await translator('owner');
  const { resource } = await ask(readOwnResource(context, decodeURIComponent((await params).id)));
  const tab = tabOf(await searchParams);
  return { title: `${textIn(resource.title, await pageLanguage())}: ${t(`resources.tabs.${tab}`)}` };
}

export default async function ResourcePage({ params, searchParams }: Props) {
  const { context, organisation, orgCode } = await requireOwner();
  const t = await translator('owner');
  const query = await searchParams;
  const { resource, stored } = await ask(readOwnResource(context, decodeURIComponent((await params).id)));
  const title = textIn(resource.title, await pageLanguage());
  const tab = tabOf(query);
  const about = { context, orgUuid: organisation.uuid, orgCode, resource, policy: stored?.policy };
  return (
    <>
      <Outcome
        query={query}
        done={{
          created: t('resources.doneCreated'),
          changed: t('resources.doneChanged'),
          mode: t('resources.doneMode'),
          rules: t('rules.done'),
          connected: t('resources.doneConnected'),
          disconnected: t('resources.doneDisconnected'),
        }}
      />
      <PageHeading
        title={title}
        lead={<code className="break-all">{resource.identifier}</code>}
        size="md"
        above={<Crumbs links={[{ href: '/owner/resources', text: t('resources.title') }]} here={title} />}
      />
      <LinkTabs
        label={t('resources.tabsLabel')}
        tabs={RESOURCE_TABS.map((name) => ({
          href: resourceHref(resource.identifier, name),
          text: t(`resources.tabs.${name}`),
          current: name === tab,
        }))}
      />
      {tab === 'about' && <AboutTab {...about} />}
      {tab === 'rules' && <RulesTab {...about} edit={one(query, 'edit')} />}
      {tab === 'access' && <AccessTab {...about} />}
      {tab === 'publish' && <PublishTab {...about} />}
      {tab === 'usage' && <UsageTab {...about} query={query} />}
    </>
  );
}

function tabOf(query: Query) {
  return RESOURCE_TABS.find((tab) => tab === one(query, 'tab')) ?? 'about';
}
