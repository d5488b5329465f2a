import type { Metadata } from 'next';
import { DataTable } from '#app/_ui/data-table.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { listOpenPrefixes } from '#lib/maskinporten/prefixes/list-prefixes.ts';
import { listOwners } from '#lib/resources/list-owners.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { requireOperator } from '../_parts/require-operator.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('platform'))('owners.title') };
}

export default async function OwnersPage() {
  const { context } = await requireOperator();
  const t = await translator('platform');
  const owners = await listOwners(context);
  const prefixes = await ask(listOpenPrefixes(context));
  const of = (orgNo: string) => prefixes.filter(({ ownerOrgNo }) => ownerOrgNo === orgNo).map(({ prefix }) => prefix);
  return (
    <>
      <PageHeading title={t('owners.title')} lead={t('owners.lead')} size="md" />
      <DataTable
        caption={t('owners.title')}
        columns={[t('organisation'), t('orgNo'), t('owners.code'), t('owners.prefixes')]}
        rows={owners.map((owner) => ({
          key: owner.orgNo,
          cells: [
            <TextLink key="name" href={`/platform/owners/${owner.orgNo}`}>
              {owner.name}
            </TextLink>,
            <OrgNo key="orgNo" orgNo={owner.orgNo} />,
            <code key="code">{owner.orgCode}</code>,
            <code key="prefixes" className="break-all">
              {of(owner.orgNo).join(', ') || '–'}
            </code>,
          ],
        }))}
      />
    </>
  );
}
