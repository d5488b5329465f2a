import { Heading } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { formatList } from '#lib/i18n/format.ts';
import type { ClientsTab } from '#lib/requests/overview/read-clients-tab.ts';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { actForOwner, stopForOwner } from '../../actions.ts';
import { AgentKeyFields } from './agent-key.tsx';

/** Whether the agent acts for its owner too, and the way to change that. */
export async function OwnOrganisation({
  view,
  own,
}: {
  readonly view: OwnSystemUserView;
  readonly own: NonNullable<ClientsTab['own']>;
}) {
  const t = await translator('systemUsers');
  const language = await pageLanguage();
  const organisation = view.organisation.name;
  return (
    <section className="flex flex-col items-start gap-4">
      <Heading level={2} data-size="xs">
        {t('clients.own.title')}
      </Heading>
      {own.state === 'clients-only' ? (
        <p className="text-text-subtle">
          {t('clients.own.clientsOnly', {
            organisation,
            packages: formatList(
              language,
              own.packages.map((each) => each.name[language] ?? each.urn),
            ),
          })}
        </p>
      ) : own.state === 'connected' ? (
        <form action={stopForOwner} className="flex flex-col items-start gap-4">
          <AgentKeyFields view={view} />
          <p>{t('clients.own.connected', { organisation })}</p>
          <SubmitButton variant="secondary" color="danger">
            {t('clients.own.remove', { organisation })}
          </SubmitButton>
        </form>
      ) : (
        <form action={actForOwner} className="flex flex-col items-start gap-4">
          <AgentKeyFields view={view} />
          <p>{t('clients.own.text', { organisation })}</p>
          <SubmitButton variant="secondary">{t('clients.own.add', { organisation })}</SubmitButton>
        </form>
      )}
    </section>
  );
}
