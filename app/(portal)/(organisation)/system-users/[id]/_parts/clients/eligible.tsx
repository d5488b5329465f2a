import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { Organisation } from '#lib/parties/model.ts';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { translator } from '#lib/session/translator.ts';
import { NumberLine } from '../../../../../_parts/party-line.tsx';
import { connect } from '../../actions.ts';
import { ClientChoice } from './client-choice.tsx';
import { type Listed, ListSection } from './list-section.tsx';

/** The clients that can be added: some that are chosen, or all. */
export async function Eligible({
  view,
  list,
}: {
  readonly view: OwnSystemUserView;
  readonly list: Listed<Organisation>;
}) {
  const t = await translator('systemUsers');
  return (
    <ListSection id="eligible" title={t('clients.eligible')} list={list}>
      {list.page.total === 0 ? (
        <p>{t('clients.noEligible')}</p>
      ) : (
        <ClientChoice
          view={view}
          action={connect}
          legend={t('clients.eligible')}
          options={list.page.rows.map((client) => ({ ...client, description: <NumberLine orgNo={client.orgNo} /> }))}
        >
          <div className="flex flex-wrap gap-3">
            <SubmitButton>{t('clients.add')}</SubmitButton>
            {list.page.total > 1 && (
              <SubmitButton variant="secondary" name="all" value="yes">
                {t('clients.addAll', { count: String(list.page.total) })}
              </SubmitButton>
            )}
          </div>
        </ClientChoice>
      )}
    </ListSection>
  );
}
