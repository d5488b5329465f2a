import type { Metadata } from 'next';
import { Alert } from '#app/_ui/ds.ts';
import { pageLanguage, texts, translator } from '#lib/session/translator.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { readPageQuery } from '../../../_parts/page-query.ts';
import { DoneNotice } from '../../_parts/done-notice.tsx';
import type { Query } from '../../_parts/query.ts';
import { TabLinks } from '../../_parts/tab-links.tsx';
import { pathOf, readOne, type SystemParams } from '../read-one.ts';
import { About } from './about.tsx';
import { Customers } from './customers.tsx';
import { History } from './history.tsx';

type Props = { readonly params: SystemParams; readonly searchParams: Query };

const TABS = ['about', 'customers', 'history'] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { system } = await readOne((await params).systemId);
  return { title: system.name[await pageLanguage()] };
}

export default async function SystemPage({ params, searchParams }: Props) {
  const { context, organisation, system } = await readOne((await params).systemId);
  const t = await translator('vendor');
  const given = await searchParams;
  const { tab: wanted, done } = given;
  const tab = TABS.find((each) => each === wanted) ?? 'about';
  const path = pathOf(system.systemId);
  return (
    <>
      <Crumbs links={[{ href: '/vendor/systems', text: t('systems.title') }]} />
      <DoneNotice done={done} words={(await texts('vendor')).systems.done} />
      <PageHeading
        size="md"
        title={system.name[await pageLanguage()]}
        lead={<code className="break-all">{system.systemId}</code>}
      />
      {system.isDeleted && <Alert data-color="info">{t('systems.deleted')}</Alert>}
      {system.isSuspended && <Alert data-color="danger">{t('systems.suspended')}</Alert>}
      <TabLinks
        label={t('systems.tabs')}
        current={tab}
        items={TABS.map((id) => ({
          id,
          href: id === 'about' ? path : `${path}?tab=${id}`,
          text: t(`systems.tab.${id}`),
        }))}
      />
      {tab === 'about' && <About context={context} system={system} orgUuid={organisation.uuid} />}
      {tab === 'customers' && <Customers context={context} system={system} query={readPageQuery(given)} />}
      {tab === 'history' && <History context={context} system={system} />}
    </>
  );
}
