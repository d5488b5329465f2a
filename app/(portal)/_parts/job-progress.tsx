import { TextLink } from '#app/_ui/text-link.tsx';
import { problemText } from '#lib/i18n/problem-texts.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { JobState } from './job-state.tsx';

type Failed = {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  /** Where the page says what can be done about it. */
  readonly way?: { readonly text: string; readonly href: string } | undefined;
};

/** A job with many things as a page tells of it. */
type Job = {
  readonly total: number;
  readonly done: number;
  /** What was refused, by name, each with the code that says why. */
  readonly failed: readonly Failed[];
  readonly isRunning: boolean;
};

/** How far the work with many things has come; with script the page follows it, without there is a link. */
export async function JobProgress({
  job,
  title,
  text,
  noPower,
  href,
}: {
  readonly job: Job;
  readonly title: string;
  readonly text: string;
  /** Why things were refused whose person may no longer do this. */
  readonly noPower: string;
  /** The page itself. */
  readonly href: string;
}) {
  const t = await translator('common');
  const language = await pageLanguage();
  return (
    <JobState
      job={{ total: job.total, settled: job.done + job.failed.length, isRunning: job.isRunning }}
      tone={job.failed.length > 0 ? 'warning' : 'success'}
      title={title}
      text={text}
      href={href}
    >
      {job.failed.length > 0 && (
        <div>
          <p>{t('jobs.failed')}</p>
          <ul className="list-disc pl-6">
            {job.failed.map(({ id, name, code, way }) => (
              <li key={id}>
                {name}: {code === '403' ? noPower : problemText(language, code)}{' '}
                {way && <TextLink href={way.href}>{way.text}</TextLink>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </JobState>
  );
}
