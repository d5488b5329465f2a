import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { TableRegion } from '#app/_ui/table-region.tsx';
import type { Context } from '#lib/context/context.ts';
import { formatOrgNo } from '#lib/i18n/format.ts';
import { findClient } from '#lib/maskinporten/clients/find-client.ts';
import { findOrganisationNames } from '#lib/parties/find-party.ts';
import { type RegisteredSystem, resourceIdsOf } from '#lib/register/model.ts';
import { readChangeLog } from '#lib/register/read-change-log.ts';
import { differencesOf, type SystemDifference } from '#lib/register/system-differences.ts';
import { findAccessPackages } from '#lib/resources/access-packages/find-access-package.ts';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { findNamedResources } from '#lib/resources/find-named-resources.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { Differences, type NamesOfThings } from './differences.tsx';

/** Every change of the system, newest first: when, by whom, and what became different. */
export async function History({ context, system }: { readonly context: Context; readonly system: RegisteredSystem }) {
  const t = await translator('vendor');
  const language = await pageLanguage();
  const changes = await ask(readChangeLog(context, system.systemId));
  const differences = differencesOf(changes);
  const things = await namesOf(context, differences.flat());
  const organisations = await findOrganisationNames(
    context.db,
    changes.map(({ changedByOrgNo }) => changedByOrgNo),
  );
  const told = changes.map((change, index) => ({
    change,
    no: changes.length - index,
    differences: differences[index] ?? [],
  }));
  return (
    <TableRegion label={t('systems.history.caption')}>
      <Table>
        <caption className="sr-only">{t('systems.history.caption')}</caption>
        <TableHead>
          <TableRow>
            <TableHeaderCell scope="col">{t('systems.history.when')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('systems.history.what')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('systems.history.by')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('systems.history.changed')}</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {told.map(({ change, no, differences: became }) => (
            <TableRow key={no} className="*:align-top">
              <TableCell data-label={t('systems.history.when')}>
                <Moment at={change.createdAt} language={language} withTime />
              </TableCell>
              <TableCell data-label={t('systems.history.what')}>
                {t(`systems.history.types.${change.changeType}`)}
              </TableCell>
              <TableCell data-label={t('systems.history.by')}>
                {change.clientId === undefined ? (
                  t('systems.history.byPerson', {
                    organisation: organisations.get(change.changedByOrgNo) ?? formatOrgNo(change.changedByOrgNo),
                  })
                ) : (
                  <code className="text-sm break-all">{change.clientId}</code>
                )}
              </TableCell>
              <TableCell data-label={t('systems.history.changed')}>
                {became.length > 0 ? (
                  <Differences differences={became} names={things} />
                ) : (
                  t(change.changeType === 'delete' ? 'systems.history.deleted' : 'systems.history.nothing')
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableRegion>
  );
}

async function namesOf({ db }: Context, differences: readonly SystemDifference[]): Promise<NamesOfThings> {
  const language = await pageLanguage();
  const valuesOf = (part: 'package' | 'client') =>
    differences.flatMap((each) => (each.part === part ? [each.value] : []));
  const services = await findNamedResources(
    db,
    differences.flatMap((each) => (each.part === 'right' ? resourceIdsOf(each.right) : [])),
  );
  const packages = await findAccessPackages(db, valuesOf('package'));
  const clientIds = [...new Set(valuesOf('client'))];
  const clients = await Promise.all(clientIds.map((id) => findClient(db, id)));
  return {
    services: new Map([...services].map(([id, { title }]) => [id, textIn(title, language)])),
    packages: new Map([...packages].map(([urn, { name }]) => [urn, textIn(name, language)])),
    clients: new Map(clients.flatMap((client) => (client ? [[client.clientId, client.name]] : []))),
  };
}
