import type { ChangeJobProgress } from '#lib/requests/bulk/model.ts';
import { translator } from '#lib/session/translator.ts';
import { JobProgress } from '../../../_parts/job-progress.tsx';

/** How far the asking of many customers has come. */
export async function AskingJob({ job }: { readonly job: ChangeJobProgress }) {
  const t = await translator('vendor');
  const text = job.isRunning
    ? t('customers.asking.running', { done: String(job.done + job.failed.length), total: String(job.total) })
    : t('customers.asking.ended', { count: job.done });
  const failed = job.failed.map((each) => ({ ...each, id: each.systemUserId }));
  return (
    <JobProgress
      job={{ ...job, failed }}
      title={t('customers.asking.title')}
      text={text}
      noPower={t('customers.asking.noPower')}
      href="/vendor/system-users?show=missing"
    />
  );
}
