import { translator } from '#lib/session/translator.ts';
import type { ClientJobProgress } from '#lib/systemusers/clients/jobs/model.ts';
import { JobProgress } from '../../../../../_parts/job-progress.tsx';
import { addressOf } from '../../../../../_parts/page-query.ts';

/** The client has not given all packages that the agent works with. */
const LACKS_PACKAGE = 'AUTH-00080';

/** How far the work with many clients has come. */
export async function ClientJob({ job }: { readonly job: ClientJobProgress }) {
  const t = await translator('systemUsers');
  const settled = { done: String(job.done + job.failed.length), total: String(job.total) };
  const text = job.isRunning
    ? job.change === 'add'
      ? t('clients.job.adding', settled)
      : t('clients.job.removing', settled)
    : job.change === 'add'
      ? t('clients.job.added', { count: job.done })
      : t('clients.job.removed', { count: job.done });
  const wayTo = (name: string, orgNo: string) => ({
    text: t('clients.job.seeWhat', { name }),
    href: `${addressOf('', { tab: 'clients', q: orgNo })}#lacking`,
  });
  const failed = job.failed.map(({ client, code }, index) => ({
    id: client?.uuid ?? String(index),
    name: client?.name ?? t('clients.job.unknownClient'),
    code,
    way: client && code === LACKS_PACKAGE ? wayTo(client.name, client.orgNo) : undefined,
  }));
  return (
    <JobProgress
      job={{ ...job, failed }}
      title={t('clients.job.title')}
      text={text}
      noPower={t('clients.job.noPower')}
      href="?tab=clients"
    />
  );
}
