import { formatList, formatOrgNo } from '#lib/i18n/format.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { translate } from '#lib/i18n/translate.ts';
import type { ClientsTab } from '#lib/requests/overview/read-clients-tab.ts';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { type AccessPackage, textIn } from '#lib/resources/access-packages/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { EmailText } from '../../../../../_parts/email-text.tsx';
import { type Listed, ListSection } from './list-section.tsx';

/** The clients that have not given all that the agent works with, what each must do, and words that ask it to. */
export async function Lacking({
  view,
  list,
}: {
  readonly view: OwnSystemUserView;
  readonly list: Listed<ClientsTab['lacking']['rows'][number]>;
}) {
  const t = await translator('systemUsers');
  const language = await pageLanguage();
  const { name, orgNo } = view.organisation;
  return (
    <ListSection id="lacking" title={t('clients.lacking')} list={list}>
      <ul className="flex flex-col gap-5">
        {list.page.rows.map(({ client, packages }) => (
          <li key={client.uuid} className="flex flex-col gap-2">
            <p className="font-medium">{client.name}</p>
            <p className="text-text-subtle">
              {t('clients.lacks', { packages: namesOf(packages, language), organisation: name })}
            </p>
            <EmailText
              to={client.name}
              write={(reader) =>
                translate(reader, 'systemUsers')('clients.lackingEmail', {
                  organisation: name,
                  orgNo: formatOrgNo(orgNo),
                  system: view.system.name[reader],
                  client: client.name,
                  count: packages.length,
                  packages: namesOf(packages, reader),
                })
              }
            />
          </li>
        ))}
      </ul>
    </ListSection>
  );
}

function namesOf(packages: readonly AccessPackage[], language: Language): string {
  return formatList(
    language,
    packages.map(({ name }) => textIn(name, language)),
  );
}
