import { CardBox } from '#app/_ui/card-box.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { readAccessLists } from '#lib/resources/access-lists/read-access-lists.ts';
import { translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../_parts/acting-for.tsx';
import { ask } from '../../../_parts/ask.ts';
import { setListMode } from '../actions.ts';
import type { TabProps } from './tab-props.ts';

/** Whether a resource is open to all organisations, or to those on some lists. */
export async function AccessTab({ context, resource, orgCode, orgUuid }: TabProps) {
  const t = await translator('owner');
  const limited = resource.accessListMode === 'Enabled';
  const { lists } = await ask(readAccessLists(context, { owner: orgCode, resourceId: resource.identifier }));
  const connected = lists.flatMap((list) => {
    const connection = list.connections?.find(({ resourceId }) => resourceId === resource.identifier);
    return connection ? [{ list, connection }] : [];
  });
  return (
    <CardBox>
      <Heading level={2} data-size="xs">
        {limited ? t('resources.limitedTitle') : t('resources.openTitle')}
      </Heading>
      <p className="max-w-[42rem]">{limited ? t('resources.limitedText') : t('resources.openText')}</p>
      <form action={setListMode}>
        <ActingFor orgUuid={orgUuid} />
        <input type="hidden" name="identifier" value={resource.identifier} />
        <input type="hidden" name="mode" value={limited ? 'Disabled' : 'Enabled'} />
        <SubmitButton variant="secondary">{limited ? t('resources.openUp') : t('resources.limit')}</SubmitButton>
      </form>
      <Heading level={3} data-size="2xs">
        {t('resources.lists')}
      </Heading>
      {connected.length === 0 ? (
        <p>{t('resources.noLists')}</p>
      ) : (
        <DataTable
          caption={t('resources.lists')}
          columns={[t('lists.list'), t('lists.forActions')]}
          rows={connected.map(({ list, connection }) => ({
            key: list.identifier,
            cells: [
              <TextLink key="list" href={`/owner/access-lists/${list.identifier}`}>
                {list.name}
              </TextLink>,
              connection.actionFilters.length === 0 ? t('lists.allActions') : connection.actionFilters.join(', '),
            ],
          }))}
        />
      )}
      <p>
        <TextLink href="/owner/access-lists">{t('resources.toLists')}</TextLink>
      </p>
    </CardBox>
  );
}
