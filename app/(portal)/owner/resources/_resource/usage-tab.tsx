import { CardBox } from '#app/_ui/card-box.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { readResourceUsage } from '#lib/resources/read-resource-usage.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import type { TabProps } from './tab-props.ts';

/** Which systems ask for a resource, and which system users hold it. */
export async function UsageTab({ context, resource }: TabProps) {
  const t = await translator('owner');
  const language = await pageLanguage();
  const { systems, systemUsers } = await ask(readResourceUsage(context, resource.identifier));
  return (
    <>
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('usage.systems')}
        </Heading>
        {systems.length === 0 ? (
          <p>{t('usage.noSystems')}</p>
        ) : (
          <DataTable
            caption={t('usage.systems')}
            columns={[t('usage.system'), t('usage.vendor'), t('usage.by')]}
            rows={systems.map((system) => ({
              key: system.systemId,
              cells: [
                textIn(system.name, language),
                system.vendorName,
                system.by === 'right' ? t('usage.byRight') : t('usage.byPackage'),
              ],
            }))}
          />
        )}
      </CardBox>
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('usage.systemUsers')}
        </Heading>
        {systemUsers.length === 0 ? (
          <p>{t('usage.noSystemUsers')}</p>
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
            rows={systemUsers.map((user) => ({
              key: user.id,
              cells: [
                user.partyName,
                <OrgNo key="orgNo" orgNo={user.partyOrgNo} />,
                <code key="system" className="break-all">
                  {user.systemId}
                </code>,
                user.actions.join(', '),
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
      </CardBox>
    </>
  );
}
