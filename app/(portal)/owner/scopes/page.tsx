import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { StatusTag } from '#app/_ui/status-tag.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { countConsumers } from '#lib/maskinporten/scopes/count-consumers.ts';
import { scopeDescription } from '#lib/maskinporten/scopes/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { requireOwner } from '../_parts/require-owner.ts';
import { scopeHref } from './_scope/scope-href.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('owner'))('scopes.title') };
}

export default async function ScopesPage() {
  const { context } = await requireOwner();
  const t = await translator('owner');
  const language = await pageLanguage();
  const scopes = await ask(countConsumers(context));
  return (
    <>
      <PageHeading title={t('scopes.title')} lead={t('scopes.lead')} size="md">
        {scopes.length > 0 && <ButtonLink href="/owner/scopes/new">{t('scopes.new')}</ButtonLink>}
      </PageHeading>
      {scopes.length === 0 ? (
        <EmptyState text={t('scopes.empty')}>
          <ButtonLink href="/owner/scopes/new">{t('scopes.new')}</ButtonLink>
        </EmptyState>
      ) : (
        <DataTable
          caption={t('scopes.title')}
          columns={[t('scopes.scope'), t('scopes.description'), t('scopes.access'), t('status')]}
          rows={scopes.map(({ scope, approved, requested }) => ({
            key: scope.name,
            cells: [
              <TextLink key="name" href={scopeHref(scope.name)}>
                <code>{scope.name}</code>
              </TextLink>,
              scopeDescription(scope.details, language),
              <Access key="access" forAll={scope.accessibleForAll} given={approved} asked={requested} />,
              scope.active ? (
                <StatusTag key="status" status="active" label={t('scopes.active')} />
              ) : (
                <StatusTag key="status" status="withdrawn" label={t('scopes.inactive')} />
              ),
            ],
          }))}
        />
      )}
    </>
  );
}

async function Access({
  forAll,
  given,
  asked,
}: {
  readonly forAll: boolean;
  readonly given: number;
  readonly asked: number;
}) {
  const t = await translator('owner');
  return (
    <div className="flex flex-col items-start gap-1">
      <span>{forAll ? t('scopes.everybody') : t('scopes.given', { count: given })}</span>
      {asked > 0 && <StatusTag status="waiting" label={t('scopes.asked', { count: asked })} />}
    </div>
  );
}
