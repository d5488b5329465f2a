import { CardBox } from '#app/_ui/card-box.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { formatList } from '#lib/i18n/format.ts';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { readResourceUsage } from '#lib/resources/read-resource-usage.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { actionNames } from '../../../_parts/authority-words.ts';
import { ListPages } from '../../../_parts/list-pages.tsx';
import { ListSearch } from '../../../_parts/list-search.tsx';
import { one, type Query } from '../../../_parts/outcome.tsx';
import { addressOf, readPageQuery } from '../../../_parts/page-query.ts';
import { resourceHref } from './resource-href.ts';
import type { TabProps } from './tab-props.ts';

/** Which systems ask for a resource, and which system users hold it. */
export async function UsageTab({ context, resource, query: given }: TabProps & { readonly query: Query }) {
  const t = await translator('owner');
  const words = await translator('requests');
  const language = await pageLanguage();
  const { query, after } = readPageQuery(given);
  const afterSystem = one(given, 'afterSystem');
  const { systems, systemUsers } = await ask(
    readResourceUsage(context, resource.identifier, { query, after, afterSystem }),
  );
  const href = (places: Readonly<Record<string, string | undefined>>) =>
    addressOf(resourceHref(resource.identifier), { tab: 'usage', q: query, after, afterSystem, ...places });
  const nothingFound = query === '' ? undefined : t('usage.notFound');
  return (
    <>
      <ListSearch
        label={t('usage.search')}
        query={query}
        total={Math.max(systems.total, systemUsers.total)}
        kept={{ tab: 'usage' }}
      />
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('usage.systems')}
        </Heading>
        {systems.rows.length === 0 ? (
          <p>{nothingFound ?? t('usage.noSystems')}</p>
        ) : (
          <DataTable
            caption={t('usage.systems')}
            columns={[t('usage.system'), t('usage.vendor'), t('usage.by')]}
            rows={systems.rows.map((system) => ({
              key: system.systemId,
              cells: [
                textIn(system.name, language),
                system.vendorName,
                system.by === 'right' ? t('usage.byRight') : t('usage.byPackage'),
              ],
            }))}
          />
        )}
        <ListPages
          page={systems}
          after={afterSystem}
          hrefOf={(next) => href({ afterSystem: next })}
          of={t('usage.systems')}
        />
      </CardBox>
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('usage.systemUsers')}
        </Heading>
        {systemUsers.rows.length === 0 ? (
          <p>{nothingFound ?? t('usage.noSystemUsers')}</p>
        ) : (
          <DataTable
            caption={t('usage.systemUsers')}
            columns={[
              t('organisation'),
              t('orgNo'),
              t('usage.system'),
              t('rules.actions'),
              t('since'),
              t('usage.lastToken'),
            ]}
            rows={systemUsers.rows.map((user) => ({
              key: user.id,
              cells: [
                user.partyName,
                <OrgNo key="orgNo" orgNo={user.partyOrgNo} />,
                textIn(user.systemName, language),
                formatList(language, actionNames(words, user.actions)),
                <Moment key="since" at={user.createdAt} language={language} />,
                user.lastTokenAt ? (
                  <Moment key="used" at={user.lastTokenAt} language={language} withTime />
                ) : (
                  t('usage.never')
                ),
              ],
            }))}
          />
        )}
        <ListPages
          page={systemUsers}
          after={after}
          hrefOf={(next) => href({ after: next })}
          of={t('usage.systemUsers')}
        />
      </CardBox>
    </>
  );
}
