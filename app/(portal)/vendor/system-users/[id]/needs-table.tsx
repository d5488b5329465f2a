import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow, Tag } from '#app/_ui/ds.ts';
import { TableRegion } from '#app/_ui/table-region.tsx';
import type { Context } from '#lib/context/context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import type { Customer } from '#lib/systemusers/customers/model.ts';
import { ClosedTag } from '../../../_parts/closed-tag.tsx';
import { readNeeds } from './needs.ts';

const COLORS = { granted: 'success', missing: 'warning', extra: 'neutral' } as const;

/** What the system needs beside what the customer has given. */
export async function NeedsTable({ db, customer }: { readonly db: Context['db']; readonly customer: Customer }) {
  const t = await translator('vendor');
  const needs = await readNeeds(db, customer, await pageLanguage());
  if (needs.length === 0) return <p>{t('customers.noNeeds')}</p>;
  return (
    <TableRegion label={t('customers.needsCaption')}>
      <Table>
        <caption className="sr-only">{t('customers.needsCaption')}</caption>
        <TableHead>
          <TableRow>
            <TableHeaderCell scope="col">{t('customers.what')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('customers.state')}</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {needs.map(({ id, name, isClosed, state }) => (
            <TableRow key={id}>
              <TableCell data-label={t('customers.what')}>
                {name}
                <div>
                  <code className="text-sm break-all text-text-subtle">{id}</code>
                </div>
                {isClosed && <ClosedTag />}
              </TableCell>
              <TableCell data-label={t('customers.state')}>
                <Tag data-color={COLORS[state]}>{t(`customers.states.${state}`)}</Tag>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableRegion>
  );
}
