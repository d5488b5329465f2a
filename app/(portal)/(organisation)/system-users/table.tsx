import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { StatusTag } from '#app/_ui/status-tag.tsx';
import { TableRegion } from '#app/_ui/table-region.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { OwnSystemUserSummary } from '#lib/requests/overview/list-own-system-users.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

const NEW_MS = 24 * 60 * 60 * 1000;

/** System users in rows: which system, whose, what it holds, when it was used. */
export async function SystemUserTable({
  summaries,
  ended,
  now,
  caption,
}: {
  readonly summaries: readonly OwnSystemUserSummary[];
  readonly ended: boolean;
  readonly now: Date;
  readonly caption: string;
}) {
  const t = await translator('systemUsers');
  const language = await pageLanguage();
  return (
    <TableRegion label={caption}>
      <Table>
        <caption className="sr-only">{caption}</caption>
        <TableHead>
          <TableRow>
            <TableHeaderCell scope="col">{t('columns.system')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('columns.vendor')}</TableHeaderCell>
            {!ended && <TableHeaderCell scope="col">{t('columns.authorities')}</TableHeaderCell>}
            <TableHeaderCell scope="col">{t('columns.created')}</TableHeaderCell>
            <TableHeaderCell scope="col">{ended ? t('columns.ended') : t('columns.lastUsed')}</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {summaries.map(({ user, systemName, vendor, rights, packages, clients, lastUsedAt }) => {
            const at = ended ? user.deletedAt : lastUsedAt;
            return (
              <TableRow key={user.id}>
                <TableCell>
                  <div className="flex flex-wrap items-center gap-2">
                    <TextLink href={`/system-users/${user.id}`}>
                      {systemName[language]}
                      <span className="sr-only">, {t('which', { reference: user.externalRef })}</span>
                    </TextLink>
                    {!ended && now.getTime() - user.createdAt.getTime() < NEW_MS && (
                      <StatusTag status="new" label={t('isNew')} />
                    )}
                  </div>
                  {user.integrationTitle !== systemName[language] && (
                    <p className="text-sm text-text-subtle">
                      <bdi>{user.integrationTitle}</bdi>
                    </p>
                  )}
                </TableCell>
                <TableCell>{vendor.name}</TableCell>
                {!ended && (
                  <TableCell>
                    {rights + packages === 0
                      ? t('nothing')
                      : t('counts', { rights, packages, both: String(rights > 0 && packages > 0) })}
                    {user.userType === 'agent' && (
                      <p className="text-sm text-text-subtle">{t('forClients', { count: clients })}</p>
                    )}
                  </TableCell>
                )}
                <TableCell>
                  <Moment at={user.createdAt} language={language} />
                </TableCell>
                <TableCell>{at ? <Moment at={at} language={language} /> : t('never')}</TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableRegion>
  );
}
