import { DataTable } from '#app/_ui/data-table.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { formatNumber } from '#lib/i18n/format.ts';
import type { RequestJob } from '#lib/requests/request-jobs/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

/** The newest lists of the vendor, with the way to what became of each. */
export async function EarlierJobs({ jobs }: { readonly jobs: readonly RequestJob[] }) {
  const t = await translator('vendor');
  const language = await pageLanguage();
  return (
    <section className="flex flex-col gap-3">
      <Heading level={2} data-size="xs">
        {t('requests.many.earlier.title')}
      </Heading>
      <DataTable
        caption={t('requests.many.earlier.title')}
        columns={[
          t('requests.many.earlier.started'),
          t('systems.id'),
          t('requests.many.earlier.lines'),
          t('requests.many.earlier.sent'),
        ]}
        rows={jobs.map(({ id, systemId, kind, startedAt, startedBy, total, counts }) => ({
          key: id,
          cells: [
            <div key="started">
              <TextLink href={`/vendor/requests/many/${id}`}>
                <Moment at={startedAt} language={language} withTime />
              </TextLink>
              {startedBy && <div className="text-sm text-text-subtle">{startedBy}</div>}
            </div>,
            <div key="system">
              <code className="text-sm break-all">{systemId}</code>
              <div className="text-sm text-text-subtle">{t(`kinds.${kind}`)}</div>
            </div>,
            formatNumber(language, total),
            formatNumber(language, counts.done),
          ],
        }))}
      />
    </section>
  );
}
