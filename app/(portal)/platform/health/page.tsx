import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { DescriptionList } from '#app/_ui/description-list.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { type Status, StatusTag } from '#app/_ui/status-tag.tsx';
import { env } from '#lib/config/env.ts';
import { readSigningKeys, type SigningKeyInfo } from '#lib/maskinporten/read-signing-keys.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { Outcome, type Query } from '../../_parts/outcome.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { requireOperator } from '../_parts/require-operator.ts';
import { RotateForm } from './rotate-form.tsx';

type Props = { readonly searchParams: Promise<Query> };

const STATES: Readonly<Record<SigningKeyInfo['state'], Status>> = {
  waiting: 'waiting',
  active: 'active',
  retired: 'expiring',
  gone: 'withdrawn',
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('platform'))('health.title') };
}

export default async function HealthPage({ searchParams }: Props) {
  const { context, organisation } = await requireOperator();
  const t = await translator('platform');
  const language = await pageLanguage();
  // The page could not have come this far without a database that answers.
  const keys = await ask(readSigningKeys(context));
  const { DATABASE_URL, PORTAL_ENVIRONMENT, issuer } = env();
  return (
    <>
      <Outcome
        query={await searchParams}
        done={{ rotated: t('health.doneRotated'), emergency: t('health.doneEmergency') }}
      />
      <PageHeading title={t('health.title')} size="md" />
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('health.facts')}
        </Heading>
        <DescriptionList
          items={[
            {
              term: t('health.database'),
              description: t('health.answers', { engine: DATABASE_URL.startsWith('file:') ? 'SQLite' : 'PostgreSQL' }),
            },
            { term: t('health.environment'), description: t(`health.environments.${PORTAL_ENVIRONMENT}`) },
            { term: t('health.issuer'), description: <code className="break-all">{issuer}</code> },
            { term: t('health.runtime'), description: `Node.js ${process.version}` },
            {
              term: t('health.upSince'),
              description: (
                <Moment at={new Date(context.now.getTime() - process.uptime() * 1000)} language={language} withTime />
              ),
            },
          ]}
        />
      </CardBox>
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('health.keys')}
        </Heading>
        <p className="max-w-[42rem] text-text-subtle">{t('health.keysText')}</p>
        <DataTable
          caption={t('health.keys')}
          columns={[t('health.kid'), t('status'), t('created'), t('health.activates'), t('health.retired')]}
          rows={keys.map((key) => ({
            key: key.kid,
            cells: [
              <code key="kid" className="break-all">
                {key.kid}
              </code>,
              <StatusTag key="state" status={STATES[key.state]} label={t(`health.states.${key.state}`)} />,
              <Moment key="created" at={key.createdAt} language={language} />,
              <Moment key="activates" at={key.activatesAt} language={language} withTime />,
              key.retiredAt ? <Moment key="retired" at={key.retiredAt} language={language} withTime /> : '–',
            ],
          }))}
        />
        <div className="flex flex-wrap items-start gap-3">
          <RotateForm orgUuid={organisation.uuid} />
          <ConfirmDialog
            trigger={t('health.emergency')}
            fallbackHref="/platform/health/emergency"
            title={t('health.emergencyTitle')}
            close={t('close')}
          >
            <RotateForm orgUuid={organisation.uuid} isEmergency />
          </ConfirmDialog>
        </div>
      </CardBox>
    </>
  );
}
