import { Moment } from '#app/_ui/moment.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import type { NamedClientDelegation } from '#lib/systemusers/clients/model.ts';
import { NumberLine } from '../../../../../_parts/party-line.tsx';
import { disconnect } from '../../actions.ts';
import { ClientChoice } from './client-choice.tsx';
import { type Listed, ListSection } from './list-section.tsx';

/** The clients that the agent acts for; whoever may, can choose some and remove them. */
export async function Connected({
  view,
  list,
}: {
  readonly view: OwnSystemUserView;
  readonly list: Listed<NamedClientDelegation>;
}) {
  const t = await translator('systemUsers');
  const language = await pageLanguage();
  const since = (delegation: NamedClientDelegation) => (
    <>
      <NumberLine orgNo={delegation.client.orgNo} /> · {t('clients.since')}{' '}
      <Moment at={delegation.createdAt} language={language} />
    </>
  );
  return (
    <ListSection id="connected" title={t('clients.connected')} list={list}>
      {list.page.total === 0 ? (
        <p>{t('clients.none')}</p>
      ) : view.mayManageClients ? (
        <ClientChoice
          view={view}
          action={disconnect}
          legend={t('clients.removeSome')}
          options={list.page.rows.map((each) => ({ ...each.client, description: since(each) }))}
        >
          <SubmitButton variant="secondary" color="danger">
            {t('clients.removeChosen')}
          </SubmitButton>
        </ClientChoice>
      ) : (
        <ul className="flex flex-col gap-3">
          {list.page.rows.map((each) => (
            <li key={each.client.uuid}>
              <p>{each.client.name}</p>
              <p className="tnum text-sm text-text-subtle">{since(each)}</p>
            </li>
          ))}
        </ul>
      )}
    </ListSection>
  );
}
