import { formatList } from '#lib/i18n/format.ts';
import type { ClientsTab } from '#lib/requests/overview/read-clients-tab.ts';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { type Listed, ListSection } from './list-section.tsx';

/** The clients that have not given all that the agent works with, and what each must do. */
export async function Lacking({
  view,
  list,
}: {
  readonly view: OwnSystemUserView;
  readonly list: Listed<ClientsTab['lacking']['rows'][number]>;
}) {
  const t = await translator('systemUsers');
  const language = await pageLanguage();
  return (
    <ListSection id="lacking" title={t('clients.lacking')} list={list}>
      <ul className="flex flex-col gap-3">
        {list.page.rows.map(({ client, packages }) => (
          <li key={client.uuid}>
            <p className="font-medium">{client.name}</p>
            <p className="text-text-subtle">
              {t('clients.lacks', {
                packages: formatList(
                  language,
                  packages.map((each) => each.name[language] ?? each.urn),
                ),
                organisation: view.organisation.name,
              })}
            </p>
          </li>
        ))}
      </ul>
    </ListSection>
  );
}
