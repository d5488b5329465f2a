import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { CodeBlock } from '#app/_ui/code-block.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { env } from '#lib/config/env.ts';
import { openControlsOnPage } from '#lib/sandbox/open-controls.ts';
import { readClock } from '#lib/sandbox/read-clock.ts';
import { listSnapshots } from '#lib/sandbox/snapshots/list-snapshots.ts';
import { pageContext } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { Outcome, type Query } from '../../_parts/outcome.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { ClockCard } from './clock-card.tsx';
import { ResetForm } from './reset-form.tsx';
import { SnapshotsCard } from './snapshots-card.tsx';

type Props = { readonly searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('sandbox'))('controls.title') };
}

export default async function SandboxPage({ searchParams }: Props) {
  const context = await pageContext();
  const controls = await ask(Promise.resolve(context).then(openControlsOnPage));
  const [clock, snapshots] = await Promise.all([readClock(controls), listSnapshots(controls)]);
  const t = await translator('sandbox');
  const common = await translator('common');
  return (
    <>
      <Outcome
        query={await searchParams}
        done={{
          clock: t('controls.clockDone'),
          reset: t('controls.resetDone'),
          taken: t('snapshots.takenDone'),
          restored: t('snapshots.restoreDone'),
          deleted: t('snapshots.deleteDone'),
        }}
      />
      <PageHeading title={t('controls.title')} lead={t('controls.lead')} />
      <ClockCard clock={clock} curl={clockCurl()} />
      <SnapshotsCard snapshots={snapshots} curl={snapshotsCurl()} />
      <CardBox>
        <Heading level={2} data-size="sm">
          {t('namespaces.title')}
        </Heading>
        <p className="max-w-[42rem]">{t('namespaces.lead')}</p>
        <CodeBlock label={t('namespaces.code')} code={namespacesCurl()} />
      </CardBox>
      <CardBox>
        <Heading level={2} data-size="sm">
          {t('controls.reset')}
        </Heading>
        <p className="max-w-[42rem]">{t('controls.resetLead')}</p>
        <div>
          <ConfirmDialog
            trigger={t('controls.reset')}
            fallbackHref="/sandbox/reset"
            title={t('controls.resetTitle')}
            close={common('actions.close')}
          >
            <ResetForm />
          </ConfirmDialog>
        </div>
        <CodeBlock label={t('controls.resetCode')} code={`curl ${WAY_IN} -H "X-Sandbox: 1" -X POST ${at('reset')}`} />
      </CardBox>
      <p>
        {t('controls.http')} <TextLink href="/docs/sandbox-controls">{t('controls.docs')}</TextLink>
      </p>
    </>
  );
}

/** As they are unless somebody has chosen others, which no page shows. */
const WAY_IN = '-u sandbox:sandbox';

function at(path: string): string {
  return `${env().PORTAL_URL}/_sandbox/${path}`;
}

function clockCurl(): string {
  const send = `curl ${WAY_IN} ${at('clock')}`;
  return [
    send,
    `${send} --json '{"advance": "PT1H"}'`,
    `${send} --json '{"now": "2027-03-01T08:00:00+01:00", "frozen": true}'`,
    `${send} -H "X-Sandbox: 1" -X DELETE`,
  ].join('\n');
}

function snapshotsCurl(): string {
  const change = `curl ${WAY_IN} -H "X-Sandbox: 1"`;
  return [
    `${change} -X PUT ${at('snapshots/before')}`,
    `${change} -X POST ${at('snapshots/before/restore')}`,
    `curl ${WAY_IN} ${at('snapshots')}`,
    `${change} -X DELETE ${at('snapshots/before')}`,
  ].join('\n');
}

function namespacesCurl(): string {
  const send = `curl ${WAY_IN} ${at('namespaces')}`;
  return [
    `${send} --json '{"name": "worker-1"}'`,
    send,
    `curl ${WAY_IN} -H "X-Sandbox: 1" -X DELETE ${at('namespaces/worker-1')}`,
  ].join('\n');
}
