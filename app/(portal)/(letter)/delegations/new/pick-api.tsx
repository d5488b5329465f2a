import { ButtonLink } from '#app/_ui/button-link.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { SearchForm } from '#app/_ui/search-form.tsx';
import { listDelegableApis } from '#lib/maskinporten/delegations/list-delegable-apis.ts';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { apiTitle } from '../../../_parts/api-words.ts';
import { ask } from '../../../_parts/ask.ts';
import { CancelLink } from '../../../_parts/cancel-link.tsx';
import { ListPages } from '../../../_parts/list-pages.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { addressOf, type ListQuery } from '../../../_parts/page-query.ts';
import { PartyLine } from '../../../_parts/party-line.tsx';

/** The APIs that suppliers can be given, found by their title, their owner or their scopes. */
export async function PickApi({ query: { query, after } }: { readonly query: ListQuery }) {
  const { context, organisation } = await requireParty();
  const t = await translator('delegations');
  const common = await translator('common');
  const language = await pageLanguage();
  const page = await ask(listDelegableApis(context, { consumerOrgNo: organisation.orgNo, query, after }));
  return (
    <>
      <PageHeading title={t('wizard.pickTitle')} lead={t('wizard.pickLead')} />
      <SearchForm label={t('wizard.search')} button={common('actions.search')} query={query} />
      {page.rows.length === 0 ? (
        <EmptyState text={t('wizard.none')} />
      ) : (
        <ul className="flex flex-col divide-y divide-border-subtle rounded-lg border border-border-subtle bg-background-default">
          {page.rows.map((api) => (
            <li key={api.resourceId} className="flex flex-wrap items-center justify-between gap-4 p-5">
              <div className="flex min-w-0 flex-col gap-1">
                <h2 className="font-medium break-words">{apiTitle(api, language)}</h2>
                <p className="text-sm text-text-subtle">
                  <PartyLine {...api.owner} />
                </p>
                <p className="break-words">{textIn({ nb: '', ...api.description }, language)}</p>
              </div>
              <ButtonLink href={addressOf('/delegations/new', { api: api.resourceId })} variant="secondary">
                {t('wizard.pick', { api: apiTitle(api, language) })}
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
      <ListPages
        page={page}
        after={after}
        hrefOf={(next) => addressOf('/delegations/new', { q: query, after: next })}
      />
      <CancelLink href="/delegations" />
    </>
  );
}
