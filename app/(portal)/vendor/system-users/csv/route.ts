import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { listCustomersFrom } from '#lib/systemusers/customers/list-customers.ts';
import type { Customer } from '#lib/systemusers/customers/model.ts';
import { type Column, CSV_PART_ROWS, csvAnswer } from '../../../_parts/csv-answer.ts';
import { readPageQuery } from '../../../_parts/page-query.ts';

/** The vendor's customers as a file for spreadsheets, those that the search finds, in the reader's language. */
export async function GET(request: Request): Promise<Response> {
  const { context, organisation } = await requireParty();
  const { orgNo: vendorOrgNo } = organisation;
  const { query } = readPageQuery(Object.fromEntries(new URL(request.url).searchParams));
  const t = await translator('vendor');
  const language = await pageLanguage();
  const columns: readonly Column<Customer>[] = [
    { head: t('customers.customer'), cell: ({ name }) => name },
    { head: t('customers.csv.orgNo'), cell: ({ user }) => user.partyOrgNo },
    { head: t('customers.system'), cell: ({ system }) => system.name[language] },
    { head: t('systems.id'), cell: ({ system }) => system.systemId },
    { head: t('customers.reference'), cell: ({ user }) => user.externalRef },
    { head: t('customers.kind'), cell: ({ user }) => t(`kinds.${user.userType}`) },
    { head: t('customers.csv.needed'), cell: ({ needed }) => String(needed.rights.length + needed.packages.length) },
    { head: t('customers.csv.missing'), cell: ({ missing }) => String(missing) },
    { head: t('kinds.agent'), cell: ({ user, clients }) => (user.userType === 'agent' ? String(clients) : '') },
    { head: t('customers.csv.since'), cell: ({ user }) => user.createdAt.toISOString() },
    { head: t('customers.csv.lastToken'), cell: ({ user }) => user.lastTokenAt?.toISOString() ?? '' },
    { head: t('customers.csv.lastCall'), cell: ({ user }) => user.lastDecisionAt?.toISOString() ?? '' },
    { head: t('customers.id'), cell: ({ user }) => user.id },
    { head: t('customers.csv.suspended'), cell: ({ user }) => user.suspension?.at.toISOString() ?? '' },
  ];
  return csvAnswer(`${t('customers.csv.file')}-${vendorOrgNo}`, columns, (after?: string) =>
    listCustomersFrom(context, { vendorOrgNo, query, after, limit: CSV_PART_ROWS }),
  );
}
