import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { SortableHeader, type Sorting } from '#app/_ui/sort-link.tsx';
import { StatusTag } from '#app/_ui/status-tag.tsx';
import { TableRegion } from '#app/_ui/table-region.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { DAY_MS } from '#lib/kernel/durations.ts';
import type { OwnSystemUserSummary } from '#lib/requests/overview/list-own-system-users.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import type { OwnedQuery } from '#lib/systemusers/list-owned.ts';

/** System users in rows: which system, whose, what it holds, when it was used. */
export async function SystemUserTable({
  summaries,
  ended,
  now,
  caption,
  order,
}: {
  readonly summaries: readonly OwnSystemUserSummary[];
  readonly ended: boolean;
  readonly now: Date;
  readonly caption: string;
  readonly order: { readonly sorting: Sorting<OwnedQuery['by']>; readonly query: Readonly<Record<string, string>> };
}) {
  const t = await translator('systemUsers');
  const language = await pageLanguage();
  return (
    <TableRegion label={caption}>
      <Table>
        <caption className="sr-only">{caption}</caption>
        <TableHead>
          <TableRow>
            <SortableHeader column="system" text={t('columns.system')} {...order} />
            <SortableHeader column="vendor" text={t('columns.vendor')} {...order} />
            {!ended && <TableHeaderCell scope="col">{t('columns.authorities')}</TableHeaderCell>}
            <SortableHeader column="created" text={t('columns.created')} {...order} />
            <SortableHeader column="used" text={ended ? t('columns.ended') : t('columns.lastUsed')} {...order} />
          </TableRow>
        </TableHead>
        <TableBody>
          {summaries.map(({ user, systemName, vendor, rights, packages, clients, lastUsedAt }) => {
            const at = ended ? user.deletedAt : lastUsedAt;
            return (
              <TableRow key={user.id}>
                <TableCell data-label={t('columns.system')}>
                  <div className="flex flex-wrap items-center gap-2">
                    <TextLink href={`/system-users/${user.id}`}>
                      {systemName[language]}
                      <span className="sr-only">, {t('which', { reference: user.externalRef })}</span>
                    </TextLink>
                    {!ended && now.getTime() - user.createdAt.getTime() < DAY_MS && (
                      <StatusTag status="new" label={t('isNew')} />
                    )}
                    {user.suspension && <StatusTag status="paused" label={t('isSuspended')} />}
                  </div>
                  {user.integrationTitle !== systemName[language] && (
                    <p className="text-sm text-text-subtle">
                      <bdi>{user.integrationTitle}</bdi>
                    </p>
                  )}
                </TableCell>
                <TableCell data-label={t('columns.vendor')}>{vendor.name}</TableCell>
                {!ended && (
                  <TableCell data-label={t('columns.authorities')}>
                    {rights + packages === 0
                      ? t('nothing')
                      : t('counts', { rights, packages, both: String(rights > 0 && packages > 0) })}
                    {user.userType === 'agent' && (
                      <p className="text-sm text-text-subtle">{t('forClients', { count: clients })}</p>
                    )}
                  </TableCell>
                )}
                <TableCell data-label={t('columns.created')}>
                  <Moment at={user.createdAt} language={language} />
                </TableCell>
                <TableCell data-label={ended ? t('columns.ended') : t('columns.lastUsed')}>
                  {at ? <Moment at={at} language={language} /> : t('never')}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableRegion>
  );
}
