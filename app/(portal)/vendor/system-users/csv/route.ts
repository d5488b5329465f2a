import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { listAllCustomers } from '#lib/systemusers/customers/list-customers.ts';
import type { Customer } from '#lib/systemusers/customers/model.ts';
import { CSV_ROWS_MAX, csvAnswer } from '../../../_parts/csv-answer.ts';
import { readPageQuery } from '../../../_parts/page-query.ts';

/** The vendor's customers as a file for spreadsheets, those that the search finds, in the reader's language. */
export async function GET(request: Request): Promise<Response> {
  const { context, organisation } = await requireParty();
  const { orgNo: vendorOrgNo } = organisation;
  const { query } = readPageQuery(Object.fromEntries(new URL(request.url).searchParams));
  const t = await translator('vendor');
  const language = await pageLanguage();
  return csvAnswer(`${t('customers.csv.file')}-${vendorOrgNo}`, async () => {
    const customers = await listAllCustomers(context, { vendorOrgNo, query, limit: CSV_ROWS_MAX });
    const head = [
      t('customers.customer'),
      t('customers.csv.orgNo'),
      t('customers.system'),
      t('systems.id'),
      t('customers.reference'),
      t('customers.kind'),
      t('customers.csv.needed'),
      t('customers.csv.missing'),
      t('kinds.agent'),
      t('customers.csv.since'),
      t('customers.csv.lastToken'),
      t('customers.csv.lastCall'),
      t('customers.id'),
    ];
    const rowOf = ({ user, system, name, needed, missing, clients }: Customer) => [
      name,
      user.partyOrgNo,
      system.name[language],
      system.systemId,
      user.externalRef,
      t(`kinds.${user.userType}`),
      String(needed.rights.length + needed.packages.length),
      String(missing),
      user.userType === 'agent' ? String(clients) : '',
      user.createdAt.toISOString(),
      user.lastTokenAt?.toISOString() ?? '',
      user.lastDecisionAt?.toISOString() ?? '',
      user.id,
    ];
    return [head, ...customers.map(rowOf)];
  });
}
