import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { StatusTag } from '#app/_ui/status-tag.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { listOwnResources } from '#lib/resources/read-own-resource.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { requireOwner } from '../_parts/require-owner.ts';
import { resourceHref } from './_resource/resource-href.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('owner'))('resources.title') };
}

export default async function ResourcesPage() {
  const { context, organisation } = await requireOwner();
  const t = await translator('owner');
  const language = await pageLanguage();
  const own = await ask(listOwnResources(context, organisation.orgNo));
  const add = <ButtonLink href="/owner/resources/new">{t('resources.new')}</ButtonLink>;
  return (
    <>
      <PageHeading title={t('resources.title')} lead={t('resources.lead')} size="md">
        {own.length > 0 && add}
      </PageHeading>
      {own.length === 0 ? (
        <EmptyState text={t('resources.empty')}>{add}</EmptyState>
      ) : (
        <DataTable
          caption={t('resources.title')}
          columns={[t('resources.resource'), t('resources.id'), t('resources.type'), t('resources.rules')]}
          rows={own.map(({ resource, rules }) => ({
            key: resource.identifier,
            cells: [
              <TextLink key="title" href={resourceHref(resource.identifier)}>
                {textIn(resource.title, language)}
              </TextLink>,
              <code key="id" className="break-all">
                {resource.identifier}
              </code>,
              t(`resources.types.${resource.resourceType}`),
              rules === 'missing' ? (
                <StatusTag key="rules" status="expiring" label={t('resources.rulesOf.missing')} />
              ) : (
                t(`resources.rulesOf.${rules}`)
              ),
            ],
          }))}
        />
      )}
    </>
  );
}
