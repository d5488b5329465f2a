import { Dated } from '#app/_ui/dated.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow, Tag } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { TableRegion } from '#app/_ui/table-region.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import type { Customer } from '#lib/systemusers/customers/model.ts';

/** System users at customers: what was given of what is needed, when a token was last fetched and a call last decided. */
export async function CustomerTable({
  caption,
  customers,
  withSystem,
}: {
  readonly caption: string;
  readonly customers: readonly Customer[];
  readonly withSystem: boolean;
}) {
  const t = await translator('vendor');
  return (
    <TableRegion label={caption}>
      <Table>
        <caption className="sr-only">{caption}</caption>
        <TableHead>
          <TableRow>
            <TableHeaderCell scope="col">{t('customers.customer')}</TableHeaderCell>
            {withSystem && <TableHeaderCell scope="col">{t('customers.system')}</TableHeaderCell>}
            <TableHeaderCell scope="col">{t('customers.reference')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('customers.granted')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('customers.lastToken')}</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {customers.map((customer) => (
            <CustomerRow key={customer.user.id} customer={customer} withSystem={withSystem} />
          ))}
        </TableBody>
      </Table>
    </TableRegion>
  );
}

async function CustomerRow({ customer, withSystem }: { readonly customer: Customer; readonly withSystem: boolean }) {
  const t = await translator('vendor');
  const language = await pageLanguage();
  const { user, system, name, needed, missing, clients } = customer;
  const total = needed.rights.length + needed.packages.length;
  return (
    <TableRow>
      <TableCell data-label={t('customers.customer')}>
        <TextLink href={`/vendor/system-users/${user.id}`}>{name}</TextLink>
        <div className="text-sm text-text-subtle">
          <OrgNo orgNo={user.partyOrgNo} />
        </div>
      </TableCell>
      {withSystem && <TableCell data-label={t('customers.system')}>{system.name[language]}</TableCell>}
      <TableCell data-label={t('customers.reference')}>
        <code className="text-sm break-all">{user.externalRef}</code>
        <div className="text-sm text-text-subtle">{t(`kinds.${user.userType}`)}</div>
      </TableCell>
      <TableCell data-label={t('customers.granted')}>
        {t('customers.ofNeeded', { granted: String(total - missing), needed: String(total) })}{' '}
        {missing > 0 && <Tag data-color="warning">{t('customers.missing', { count: missing })}</Tag>}{' '}
        {user.suspension && <Tag data-color="warning">{t('customers.suspendedTag')}</Tag>}{' '}
        {user.wish && <Tag data-color="info">{t('customers.wishTag')}</Tag>}
        {user.userType === 'agent' && (
          <div className="text-sm text-text-subtle">{t('customers.clients', { count: clients })}</div>
        )}
      </TableCell>
      <TableCell data-label={t('customers.lastToken')}>
        {user.lastTokenAt ? <Moment at={user.lastTokenAt} language={language} /> : t('never')}
        {user.lastDecisionAt && (
          <div className="text-sm text-text-subtle">
            <Dated at={[user.lastDecisionAt]} language={language} say={(date) => t('customers.lastCallAt', { date })} />
          </div>
        )}
      </TableCell>
    </TableRow>
  );
}
