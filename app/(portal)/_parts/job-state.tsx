import type { ReactNode } from 'react';
import { Alert } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { translator } from '#lib/session/translator.ts';
import { RefreshWhile } from './refresh-while.tsx';

/** Whether a job goes on, and how far it has come; with script the page follows it, without there is a link. */
export async function JobState({
  job,
  tone,
  title,
  text,
  href,
  children,
}: {
  readonly job: { readonly total: number; readonly settled: number; readonly isRunning: boolean };
  /** How it ended, once it has. */
  readonly tone: 'success' | 'warning';
  readonly title: string;
  readonly text: string;
  /** The page itself. */
  readonly href: string;
  readonly children?: ReactNode;
}) {
  const t = await translator('common');
  return (
    <Alert data-color={job.isRunning ? 'info' : tone}>
      <section aria-label={title} className="flex flex-col gap-3">
        <p role="status">{text}</p>
        {job.isRunning && (
          <>
            <progress className="w-full" max={job.total} value={job.settled} aria-label={text} />
            <p>
              {t('jobs.leave')} <TextLink href={href}>{t('jobs.refresh')}</TextLink>
            </p>
            <RefreshWhile />
          </>
        )}
        {children}
      </section>
    </Alert>
  );
}
