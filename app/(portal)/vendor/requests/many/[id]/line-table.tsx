import { DataTable } from '#app/_ui/data-table.tsx';
import { Tag } from '#app/_ui/ds.ts';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { JobLine } from '#lib/requests/request-jobs/model.ts';
import { translator } from '#lib/session/translator.ts';
import { reasonText } from '../reason-text.ts';

const COLORS = {
  waiting: 'neutral',
  done: 'success',
  known: 'info',
  failed: 'danger',
  stopped: 'neutral',
} as const;

/** Lines of a list, each with what became of it. */
export async function LineTable({ lines }: { readonly lines: readonly JobLine[] }) {
  const t = await translator('vendor');
  return (
    <DataTable
      caption={t('requests.many.job.caption')}
      columns={[
        t('requests.many.job.line'),
        t('requests.many.job.organisation'),
        t('requests.reference'),
        t('requests.many.job.outcome'),
      ]}
      rows={lines.map((line) => ({
        key: String(line.lineNo),
        cells: [
          String(line.lineNo),
          <Organisation key="organisation" line={line} />,
          <code key="reference" className="text-sm break-all">
            {line.reference ?? '–'}
          </code>,
          <Outcome key="outcome" line={line} />,
        ],
      }))}
    />
  );
}

function Organisation({ line: { orgNo, name } }: { readonly line: JobLine }) {
  if (name === undefined) return <span className="break-all">{orgNo}</span>;
  return (
    <>
      <bdi>{name}</bdi>
      <div className="text-sm text-text-subtle">
        <OrgNo orgNo={orgNo} />
      </div>
    </>
  );
}

async function Outcome({ line: { state, code, requestId, name } }: { readonly line: JobLine }) {
  const t = await translator('vendor');
  return (
    <div className="flex flex-col items-start gap-1">
      <Tag data-color={COLORS[state]}>{t(`requests.many.job.states.${state}`)}</Tag>
      {code !== undefined && <p className="text-sm">{await reasonText(code)}</p>}
      {requestId !== undefined && (
        <TextLink href={`/vendor/requests/${requestId}`}>
          {t('requests.many.job.see')}
          <span className="sr-only">: {name}</span>
        </TextLink>
      )}
    </div>
  );
}
