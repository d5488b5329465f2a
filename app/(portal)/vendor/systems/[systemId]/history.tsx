import { CodeBlock } from '#app/_ui/code-block.tsx';
import { Dated } from '#app/_ui/dated.tsx';
import {
  Details,
  DetailsContent,
  DetailsSummary,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { TableRegion } from '#app/_ui/table-region.tsx';
import type { Context } from '#lib/context/context.ts';
import { formatDateTime, formatOrgNo } from '#lib/i18n/format.ts';
import { findOrganisationNames } from '#lib/parties/find-party.ts';
import type { RegisteredSystem } from '#lib/register/model.ts';
import { readChangeLog } from '#lib/register/read-change-log.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';

/** Every change of the system, newest first, with its new values. */
export async function History({ context, system }: { readonly context: Context; readonly system: RegisteredSystem }) {
  const t = await translator('vendor');
  const language = await pageLanguage();
  const changes = await ask(readChangeLog(context, system.systemId));
  const names = await findOrganisationNames(
    context.db,
    changes.map(({ changedByOrgNo }) => changedByOrgNo),
  );
  const numbered = changes.map((change, index) => ({ change, no: changes.length - index }));
  return (
    <TableRegion label={t('systems.history.caption')}>
      <Table>
        <caption className="sr-only">{t('systems.history.caption')}</caption>
        <TableHead>
          <TableRow>
            <TableHeaderCell scope="col">{t('systems.history.when')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('systems.history.what')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('systems.history.by')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('systems.history.values')}</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {numbered.map(({ change, no }) => {
            const say = (time: string) =>
              t('systems.history.show', { time: `${time}${changes.length > 1 ? ` (${no})` : ''}` });
            return (
              <TableRow key={no}>
                <TableCell data-label={t('systems.history.when')}>
                  <Moment at={change.createdAt} language={language} withTime />
                </TableCell>
                <TableCell data-label={t('systems.history.what')}>
                  {t(`systems.history.types.${change.changeType}`)}
                </TableCell>
                <TableCell data-label={t('systems.history.by')}>
                  {change.clientId === undefined ? (
                    t('systems.history.byPerson', {
                      organisation: names.get(change.changedByOrgNo) ?? formatOrgNo(change.changedByOrgNo),
                    })
                  ) : (
                    <code className="text-sm break-all">{change.clientId}</code>
                  )}
                </TableCell>
                <TableCell data-label={t('systems.history.values')}>
                  {change.changedData != null && (
                    <Details>
                      <DetailsSummary>
                        <span>
                          <Dated at={[change.createdAt]} language={language} say={say} withTime />
                        </span>
                      </DetailsSummary>
                      <DetailsContent>
                        <CodeBlock
                          label={say(formatDateTime(language, change.createdAt))}
                          code={JSON.stringify(change.changedData, null, 2)}
                        />
                      </DetailsContent>
                    </Details>
                  )}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableRegion>
  );
}
