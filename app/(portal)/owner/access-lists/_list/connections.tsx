import { CardBox } from '#app/_ui/card-box.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Context } from '#lib/context/context.ts';
import type { Organisation } from '#lib/parties/model.ts';
import type { AccessList } from '#lib/resources/access-lists/model.ts';
import { readConnections } from '#lib/resources/access-lists/read-access-lists.ts';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { listOwnResources } from '#lib/resources/read-own-resource.ts';
import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../_parts/acting-for.tsx';
import { ask } from '../../../_parts/ask.ts';
import { formTexts } from '../../../_parts/form-texts.ts';
import { RefusableForm } from '../../../_parts/refusable-form.tsx';
import { resourceHref } from '../../resources/_resource/resource-href.ts';
import { connect, disconnect } from '../actions.ts';

/** Which resources a list opens, for which actions, and the way to open another. */
export async function Connections({
  context,
  list,
  organisation,
}: {
  readonly context: Context;
  readonly list: AccessList;
  readonly organisation: Organisation;
}) {
  const t = await translator('owner');
  const language = await pageLanguage();
  const key = { owner: list.owner, identifier: list.identifier, conditions: {} };
  const { connections } = await ask(readConnections(context, key));
  const own = await ask(listOwnResources(context, organisation.orgNo));
  const connected = new Set(connections.map(({ resourceId }) => resourceId));
  const free = own.filter(({ resource }) => !connected.has(resource.identifier));
  return (
    <CardBox>
      <Heading level={2} data-size="xs">
        {t('lists.connections')}
      </Heading>
      {connections.length === 0 ? (
        <p>{t('lists.noConnections')}</p>
      ) : (
        <DataTable
          caption={t('lists.connections')}
          columns={[t('lists.resource'), t('lists.forActions'), t('actions')]}
          rows={connections.map(({ resourceId, actionFilters }) => ({
            key: resourceId,
            cells: [
              <TextLink key="resource" href={resourceHref(resourceId, 'access')}>
                {resourceId}
              </TextLink>,
              actionFilters.length === 0 ? t('lists.allActions') : actionFilters.join(', '),
              <form key="disconnect" action={disconnect}>
                <ActingFor orgUuid={organisation.uuid} />
                <input type="hidden" name="identifier" value={list.identifier} />
                <input type="hidden" name="resource" value={resourceId} />
                <SubmitButton variant="tertiary" color="danger">
                  {t('lists.disconnect', { resource: resourceId })}
                </SubmitButton>
              </form>,
            ],
          }))}
        />
      )}
      {free.length > 0 && (
        <>
          <Heading level={3} data-size="2xs">
            {t('lists.connect')}
          </Heading>
          <RefusableForm
            action={connect}
            parts={[
              { kind: 'hidden', name: ACTING_FOR_FIELD, value: organisation.uuid },
              { kind: 'hidden', name: 'identifier', value: list.identifier },
              {
                kind: 'select',
                name: 'resource',
                label: t('lists.resource'),
                options: free.map(({ resource }) => ({
                  value: resource.identifier,
                  text: `${textIn(resource.title, language)}${resource.accessListMode === 'Enabled' ? '' : ` (${t('lists.notLimited')})`}`,
                })),
              },
              {
                kind: 'text',
                name: 'actions',
                label: t('lists.actionsLabel'),
                description: t('lists.actionsHint'),
                maxLength: 200,
              },
            ]}
            texts={await formTexts(t('lists.connectButton'))}
          />
        </>
      )}
    </CardBox>
  );
}
