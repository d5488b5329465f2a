import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { Organisation } from '#lib/parties/model.ts';
import type { Shown } from '#lib/requests/overview/read-clients-tab.ts';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { translator } from '#lib/session/translator.ts';
import { NumberLine } from '../../../../../_parts/party-line.tsx';
import { connect } from '../../actions.ts';
import { ClientChoice } from './client-choice.tsx';
import { ListSection } from './list-section.tsx';

/** The clients that can be added: some that are chosen, or all. */
export async function Eligible({
  view,
  list,
}: {
  readonly view: OwnSystemUserView;
  readonly list: Shown<Organisation>;
}) {
  const t = await translator('systemUsers');
  return (
    <ListSection id="eligible" title={t('clients.eligible')} shown={list.rows.length} count={list.count}>
      {list.count === 0 ? (
        <p>{t('clients.noEligible')}</p>
      ) : (
        <ClientChoice
          view={view}
          action={connect}
          legend={t('clients.eligible')}
          options={list.rows.map((client) => ({ ...client, description: <NumberLine orgNo={client.orgNo} /> }))}
        >
          <div className="flex flex-wrap gap-3">
            <SubmitButton>{t('clients.add')}</SubmitButton>
            {list.count > 1 && (
              <SubmitButton variant="secondary" name="all" value="yes">
                {t('clients.addAll', { count: String(list.count) })}
              </SubmitButton>
            )}
          </div>
        </ClientChoice>
      )}
    </ListSection>
  );
}
