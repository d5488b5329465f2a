import { Breakable } from '#app/_ui/breakable.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '#app/_ui/ds.ts';
import { TableRegion } from '#app/_ui/table-region.tsx';
import type { SchemaRow } from '#lib/http/describe-schema.ts';
import { translator } from '#lib/session/translator.ts';

/** Parameters or the members of a body; long names break, so that nothing scrolls sideways without need. */
export async function MembersTable({
  label,
  rows,
  second,
}: {
  readonly label: string;
  readonly rows: readonly SchemaRow[];
  /** The title of the second column. */
  readonly second: string;
}) {
  const t = await translator('docs');
  return (
    <TableRegion label={label}>
      <Table data-size="sm">
        <caption className="sr-only">{label}</caption>
        <TableHead>
          <TableRow>
            <TableHeaderCell scope="col">{t('columns.name')}</TableHeaderCell>
            <TableHeaderCell scope="col">{second}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('columns.description')}</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ name, type, required, description }) => (
            <TableRow key={name}>
              <TableHeaderCell scope="row" className="font-normal">
                <code>
                  <Breakable text={name} />
                </code>
                {required && <span className="block text-sm text-text-subtle">{t('required')}</span>}
              </TableHeaderCell>
              <TableCell>{type}</TableCell>
              <TableCell lang="en" className="break-words">
                {description}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableRegion>
  );
}
