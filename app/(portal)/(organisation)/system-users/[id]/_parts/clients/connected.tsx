import { Checkbox, Fieldset, FieldsetLegend } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { formatDate } from '#lib/i18n/format.ts';
import type { Shown } from '#lib/requests/overview/read-clients-tab.ts';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import type { NamedClientDelegation } from '#lib/systemusers/clients/model.ts';
import { NumberLine } from '../../../../../_parts/party-line.tsx';
import { disconnect } from '../../actions.ts';
import { AgentKeyFields } from './agent-key.tsx';
import { ListSection } from './list-section.tsx';

/** The clients that the agent acts for; whoever may, can choose some and remove them. */
export async function Connected({
  view,
  list,
}: {
  readonly view: OwnSystemUserView;
  readonly list: Shown<NamedClientDelegation>;
}) {
  const t = await translator('systemUsers');
  const language = await pageLanguage();
  const since = (delegation: NamedClientDelegation) => (
    <>
      <NumberLine orgNo={delegation.client.orgNo} /> · {t('clients.since')} {formatDate(language, delegation.createdAt)}
    </>
  );
  return (
    <ListSection id="connected" title={t('clients.connected')} shown={list.rows.length} count={list.count}>
      {list.count === 0 ? (
        <p>{t('clients.none')}</p>
      ) : view.mayManageClients ? (
        <form action={disconnect} className="flex flex-col items-start gap-4">
          <AgentKeyFields view={view} />
          <Fieldset>
            <FieldsetLegend className="sr-only">{t('clients.removeSome')}</FieldsetLegend>
            {list.rows.map((each) => (
              <Checkbox
                key={each.client.uuid}
                name="client"
                value={each.client.uuid}
                label={each.client.name}
                description={since(each)}
              />
            ))}
          </Fieldset>
          <SubmitButton variant="secondary" color="danger">
            {t('clients.removeChosen')}
          </SubmitButton>
        </form>
      ) : (
        <ul className="flex flex-col gap-3">
          {list.rows.map((each) => (
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
