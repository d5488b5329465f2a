import type { JobLine } from '#lib/requests/request-jobs/model.ts';
import { readJobLines } from '#lib/requests/request-jobs/read-request-job.ts';
import { toConfirmUrl } from '#lib/requests/schema.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { type Column, csvAnswer } from '../../../../../_parts/csv-answer.ts';
import { reasonText } from '../../reason-text.ts';

type Row = JobLine & { readonly reason: string; readonly confirmUrl: string };

/** What became of each line of a list, as a file for spreadsheets, with the address where each customer answers. */
export async function GET(_: Request, { params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { context, organisation } = await requireParty();
  const { orgNo: vendorOrgNo } = organisation;
  const { id } = await params;
  const t = await translator('vendor');
  const columns: readonly Column<Row>[] = [
    { head: t('requests.many.job.line'), cell: ({ lineNo }) => String(lineNo) },
    { head: t('customers.csv.orgNo'), cell: ({ orgNo }) => orgNo },
    { head: t('requests.many.job.organisation'), cell: ({ name }) => name ?? '' },
    { head: t('requests.reference'), cell: ({ reference }) => reference ?? '' },
    { head: t('requests.many.csv.title'), cell: ({ integrationTitle }) => integrationTitle ?? '' },
    { head: t('requests.many.job.outcome'), cell: ({ state }) => t(`requests.many.job.states.${state}`) },
    { head: t('requests.many.csv.code'), cell: ({ code }) => code ?? '' },
    { head: t('requests.many.csv.reason'), cell: ({ reason }) => reason },
    { head: t('requests.many.csv.id'), cell: ({ requestId }) => requestId ?? '' },
    { head: t('requests.many.csv.link'), cell: ({ confirmUrl }) => confirmUrl },
  ];
  return csvAnswer(`${t('requests.many.csv.file')}-${vendorOrgNo}`, columns, async () => {
    const { kind, lines } = await readJobLines(context, { vendorOrgNo, id });
    const items = lines.map(async (line) => ({
      ...line,
      reason: line.code === undefined ? '' : await reasonText(line.code),
      confirmUrl: line.requestId === undefined ? '' : toConfirmUrl(kind, line.requestId),
    }));
    return { items: await Promise.all(items), next: undefined };
  });
}
