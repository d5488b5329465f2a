import { Alert } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { problemText } from '#lib/i18n/problem-texts.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import type { ClientJobProgress } from '#lib/systemusers/clients/jobs/model.ts';
import { RefreshWhile } from './refresh-while.tsx';

/** How far the work with many clients has come; with script the page follows it, without there is a link. */
export async function JobProgress({ job }: { readonly job: ClientJobProgress }) {
  const t = await translator('systemUsers');
  const language = await pageLanguage();
  const settled = { done: String(job.done + job.failed.length), total: String(job.total) };
  const text = job.isRunning
    ? job.change === 'add'
      ? t('clients.job.adding', settled)
      : t('clients.job.removing', settled)
    : job.change === 'add'
      ? t('clients.job.added', { count: job.done })
      : t('clients.job.removed', { count: job.done });
  return (
    <Alert data-color={job.isRunning ? 'info' : job.failed.length > 0 ? 'warning' : 'success'}>
      <section aria-label={t('clients.job.title')} className="flex flex-col gap-3">
        <p role="status">{text}</p>
        {job.isRunning && (
          <>
            <progress className="w-full" max={job.total} value={job.done + job.failed.length} aria-label={text} />
            <p>
              {t('clients.job.leave')} <TextLink href="?tab=clients">{t('clients.job.refresh')}</TextLink>
            </p>
            <RefreshWhile />
          </>
        )}
        {job.failed.length > 0 && (
          <div>
            <p>{t('clients.job.failed')}</p>
            <ul className="list-disc pl-6">
              {job.failed.map(({ client, code }, index) => (
                <li key={client?.uuid ?? index}>
                  {client?.name ?? t('clients.job.unknownClient')}:{' '}
                  {code === '403' ? t('clients.job.noPower') : problemText(language, code)}
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
    </Alert>
  );
}
