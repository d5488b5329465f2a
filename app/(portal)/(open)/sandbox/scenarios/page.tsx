import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { CodeBlock } from '#app/_ui/code-block.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { env } from '#lib/config/env.ts';
import { openToAll } from '#lib/sandbox/open-sandbox.ts';
import { listScenarios } from '#lib/sandbox/scenarios/change-scenarios.ts';
import { SCENARIO_HEADER } from '#lib/sandbox/scenarios/header.ts';
import { pageContext } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { PageHeading } from '../../../_parts/page-heading.tsx';

const PARTS = [
  { part: 'delay=2000', text: 'scenarios.parts.delay' },
  { part: '503', text: 'scenarios.parts.unavailable' },
  { part: '429', text: 'scenarios.parts.tooMany' },
  { part: 'drop', text: 'scenarios.parts.drop' },
  { part: 'throw', text: 'scenarios.parts.broken' },
  { part: 'MP-303', text: 'scenarios.parts.code' },
  { part: 'after:503, after:drop, after:delay=2000', text: 'scenarios.parts.after' },
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('journal'))('scenarios.title') };
}

export default async function ScenariosPage() {
  const rows = await ask(read());
  const t = await translator('journal');
  return (
    <>
      <PageHeading
        above={<TextLink href="/sandbox/journal">{t('toJournal')}</TextLink>}
        title={t('scenarios.title')}
        lead={t('scenarios.lead')}
      />
      <DataTable
        caption={t('scenarios.title')}
        columns={[t('scenarios.part'), t('scenarios.meaning')]}
        rows={PARTS.map(({ part, text }) => ({ key: part, cells: [<code key="part">{part}</code>, t(text)] }))}
      />
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('scenarios.byHeader')}
        </Heading>
        <p>{t('scenarios.byHeaderLead', { header: SCENARIO_HEADER })}</p>
        <CodeBlock
          label={`${t('scenarios.example')}: ${t('scenarios.byHeader')}`}
          code={`curl -X POST ${env().PORTAL_URL}/token \\\n  -H '${SCENARIO_HEADER}: delay=500, MP-303'`}
        />
      </CardBox>
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('scenarios.byClient')}
        </Heading>
        <p>{t('scenarios.byClientLead')}</p>
        <CodeBlock
          label={`${t('scenarios.example')}: ${t('scenarios.byClient')}`}
          code={`curl -X PUT ${env().PORTAL_URL}/_sandbox/scenarios/$CLIENT_ID \\\n  -u sandbox:sandbox \\\n  -H 'Content-Type: application/json' \\\n  -d '{"scenario": "503", "times": 3}'`}
        />
      </CardBox>
      <Heading level={2} data-size="sm">
        {t('scenarios.inForce')}
      </Heading>
      {rows.length === 0 ? <EmptyState text={t('scenarios.none')} /> : <InForce rows={rows} />}
    </>
  );
}

async function read() {
  return listScenarios(openToAll(await pageContext()));
}

async function InForce({ rows }: { readonly rows: Awaited<ReturnType<typeof listScenarios>> }) {
  const t = await translator('journal');
  const language = await pageLanguage();
  return (
    <DataTable
      caption={t('scenarios.inForce')}
      columns={[t('client'), t('scenarios.scenario'), t('scenarios.left'), t('scenarios.until')]}
      rows={rows.map(({ clientId, scenario, timesLeft, until }) => ({
        key: clientId,
        cells: [
          <code key="client" className="text-sm break-all">
            {clientId}
          </code>,
          <code key="scenario">{scenario}</code>,
          timesLeft ?? t('scenarios.unlimited'),
          until ? <Moment key="until" at={until} language={language} withTime /> : t('scenarios.forever'),
        ],
      }))}
    />
  );
}
