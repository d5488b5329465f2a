import { ButtonLink } from '#app/_ui/button-link.tsx';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { SearchForm } from '#app/_ui/search-form.tsx';
import { listChoosableSystems } from '#lib/requests/overview/list-choosable-systems.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { ListPages } from '../../../_parts/list-pages.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { addressOf, type ListQuery } from '../../../_parts/page-query.ts';
import { PartyLine } from '../../../_parts/party-line.tsx';

/** The systems that anybody may choose, found by their own name or their vendor's. */
export async function PickSystem({ query: { query, after } }: { readonly query: ListQuery }) {
  const { context, organisation } = await requireParty();
  const t = await translator('systemUsers');
  const common = await translator('common');
  const language = await pageLanguage();
  const page = await ask(listChoosableSystems(context, { party: { uuid: organisation.uuid }, query, after }));
  return (
    <>
      <PageHeading title={t('wizard.pickTitle')} lead={t('wizard.pickLead')} />
      <SearchForm label={t('wizard.search')} button={common('actions.search')} query={query} />
      {page.rows.length === 0 ? (
        <EmptyState text={t('wizard.none')} />
      ) : (
        <ul className="flex flex-col divide-y divide-border-subtle rounded-lg border border-border-subtle bg-background-default">
          {page.rows.map(({ system, vendor }) => (
            <li key={system.systemId} className="flex flex-wrap items-center justify-between gap-4 p-5">
              <div className="flex min-w-0 flex-col gap-1">
                <h2 className="font-medium break-words">{system.name[language]}</h2>
                <p className="text-sm text-text-subtle">
                  <PartyLine {...vendor} />
                </p>
                <p className="break-words">{system.description[language]}</p>
              </div>
              <ButtonLink href={`/system-users/new?system=${encodeURIComponent(system.systemId)}`} variant="secondary">
                {t('wizard.pick', { system: system.name[language] })}
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
      <ListPages
        page={page}
        after={after}
        hrefOf={(next) => addressOf('/system-users/new', { q: query, after: next })}
      />
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('wizard.elseTitle')}
        </Heading>
        <p>{t('wizard.elseVendor')}</p>
        <p>{t('wizard.elseOwn')}</p>
        <div>
          <ButtonLink href="/system-users/new/own" variant="secondary">
            {t('wizard.toOwn')}
          </ButtonLink>
        </div>
      </CardBox>
    </>
  );
}
