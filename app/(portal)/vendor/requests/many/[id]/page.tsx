import type { Metadata } from 'next';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { findOwnSystem } from '#lib/register/read-system.ts';
import type { LineState, RequestJob } from '#lib/requests/request-jobs/model.ts';
import { readRequestJob } from '#lib/requests/request-jobs/read-request-job.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../../_parts/acting-for.tsx';
import { ask } from '../../../../_parts/ask.ts';
import { Crumbs } from '../../../../_parts/crumbs.tsx';
import { CsvLink } from '../../../../_parts/csv-link.tsx';
import { JobState } from '../../../../_parts/job-state.tsx';
import { ListPages } from '../../../../_parts/list-pages.tsx';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { addressOf, readPageQuery } from '../../../../_parts/page-query.ts';
import type { Query } from '../../../_parts/query.ts';
import { TabLinks } from '../../../_parts/tab-links.tsx';
import { stop } from '../actions.ts';
import { LineTable } from './line-table.tsx';

type Props = { readonly params: Promise<{ readonly id: string }>; readonly searchParams: Query };

/** The parts of a list; all of it without a name. */
const PARTS: Readonly<Record<string, readonly LineState[]>> = {
  sent: ['done'],
  others: ['known', 'failed', 'stopped'],
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('requests.many.title') };
}

export default async function RequestJobPage({ params, searchParams }: Props) {
  const { context, organisation } = await requireParty();
  const { id } = await params;
  const given = await searchParams;
  const { after } = readPageQuery(given);
  const show = typeof given.show === 'string' && Object.hasOwn(PARTS, given.show) ? given.show : undefined;
  const key = { vendorOrgNo: organisation.orgNo, id, after, states: show === undefined ? undefined : PARTS[show] };
  const { job, page } = await ask(readRequestJob(context, key));
  const system = await ask(findOwnSystem(context, job.systemId));
  const t = await translator('vendor');
  const language = await pageLanguage();
  const path = `/vendor/requests/many/${id}`;
  return (
    <>
      <Crumbs
        links={[
          { href: '/vendor/requests', text: t('requests.title') },
          { href: '/vendor/requests/many', text: t('requests.many.title') },
        ]}
      />
      <PageHeading
        size="md"
        title={t('requests.many.title')}
        lead={
          <>
            {system?.name[language] ?? job.systemId} · {t(`kinds.${job.kind}`)} ·{' '}
            <Moment at={job.startedAt} language={language} withTime />
            {job.startedBy && ` · ${t('requests.many.job.startedBy', { name: job.startedBy })}`}
          </>
        }
      >
        <CsvLink href={`${path}/csv`} />
      </PageHeading>
      <Progress job={job} orgUuid={organisation.uuid} href={addressOf(path, { show })} />
      <Parts job={job} current={show} path={path} />
      {page.rows.length === 0 ? <EmptyState text={t('requests.many.job.none')} /> : <LineTable lines={page.rows} />}
      <ListPages page={page} after={after} hrefOf={(next) => addressOf(path, { show, after: next })} />
    </>
  );
}

async function Progress({
  job,
  orgUuid,
  href,
}: {
  readonly job: RequestJob;
  readonly orgUuid: string;
  readonly href: string;
}) {
  const t = await translator('vendor');
  const { total, counts } = job;
  const settled = total - counts.waiting;
  const isRunning = counts.waiting > 0;
  const notSent = settled - counts.done;
  const ended = [
    t('requests.many.job.ended', { count: counts.done }),
    notSent > 0 && t('requests.many.job.notSent', { count: notSent }),
  ];
  return (
    <JobState
      job={{ total, settled, isRunning }}
      tone={notSent > 0 ? 'warning' : 'success'}
      title={t('requests.many.title')}
      text={isRunning ? t('requests.many.job.running', { done: settled, total }) : ended.filter(Boolean).join(' ')}
      href={href}
    >
      {isRunning && (
        <form action={stop}>
          <ActingFor orgUuid={orgUuid} />
          <input type="hidden" name="id" value={job.id} />
          <SubmitButton variant="secondary">{t('requests.many.job.stop')}</SubmitButton>
        </form>
      )}
    </JobState>
  );
}

async function Parts({
  job: { total, counts },
  current,
  path,
}: {
  readonly job: RequestJob;
  readonly current: string | undefined;
  readonly path: string;
}) {
  const t = await translator('vendor');
  const others = total - counts.waiting - counts.done;
  return (
    <TabLinks
      label={t('requests.many.job.filter')}
      current={current ?? 'all'}
      items={[
        { id: 'all', href: path, text: t('requests.many.job.all', { count: total }) },
        { id: 'sent', href: `${path}?show=sent`, text: t('requests.many.job.sent', { count: counts.done }) },
        { id: 'others', href: `${path}?show=others`, text: t('requests.many.job.others', { count: others }) },
      ]}
    />
  );
}
