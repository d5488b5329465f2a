import type { Metadata } from 'next';
import { Breakable } from '#app/_ui/breakable.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { Pages } from '#app/_ui/pages.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { listCalls } from '#lib/sandbox/journal/list-calls.ts';
import { type ListedCall, OUTCOMES } from '#lib/sandbox/journal/model.ts';
import { openToAll } from '#lib/sandbox/open-sandbox.ts';
import { pageContext } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { one, type Query } from '../../../_parts/outcome.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { addressOf, readPageQuery } from '../../../_parts/page-query.ts';
import { type Chosen, Filter } from './filter.tsx';
import { OutcomeTag } from './outcome-tag.tsx';

type Props = { readonly searchParams: Promise<Query> };

const PATH = '/sandbox/journal';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('journal'))('title') };
}

export default async function JournalPage({ searchParams }: Props) {
  const query = await searchParams;
  const { after } = readPageQuery(query);
  const chosen = readChosen(query);
  const { path, client, outcome, trace } = chosen;
  const wanted = { path: path || undefined, client: client || undefined, outcome, trace };
  const { rows, total, next } = await ask(readCalls({ ...wanted, after }));
  const t = await translator('journal');
  const isNarrowed = Object.values(wanted).some((value) => value !== undefined);
  const hrefOf = (place?: string) => addressOf(PATH, { q: path, client, outcome, trace, after: place });
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <p>
        <TextLink href="/sandbox/scenarios">{t('toScenarios')}</TextLink>
      </p>
      {(total > 0 || isNarrowed) && <Filter chosen={chosen} />}
      {isNarrowed && (
        <p>
          <TextLink href={PATH}>{t('filter.clear')}</TextLink>
        </p>
      )}
      {rows.length === 0 ? <EmptyState text={t(isNarrowed ? 'noMatch' : 'empty')} /> : <Calls calls={rows} />}
      {(next !== undefined || after !== undefined) && (
        <Pages
          label={t('pages.label')}
          summary={t('pages.summary', { shown: rows.length, total })}
          previous={after === undefined ? undefined : { href: hrefOf(), text: t('pages.first') }}
          next={next === undefined ? undefined : { href: hrefOf(next), text: t('pages.next') }}
        />
      )}
    </>
  );
}

async function readCalls(input: Parameters<typeof listCalls>[1]) {
  return listCalls(openToAll(await pageContext()), input);
}

function readChosen(query: Query): Chosen {
  const outcome = OUTCOMES.find((each) => each === one(query, 'outcome'));
  const { query: path } = readPageQuery(query);
  return { path, client: one(query, 'client')?.trim() ?? '', outcome, trace: one(query, 'trace') };
}

async function Calls({ calls }: { readonly calls: readonly ListedCall[] }) {
  const t = await translator('journal');
  const language = await pageLanguage();
  return (
    <DataTable
      caption={t('title')}
      columns={[t('when'), t('call'), t('outcome'), t('client')]}
      rows={calls.map((call) => ({
        key: String(call.id),
        cells: [
          <Moment key="at" at={call.at} language={language} withSeconds />,
          <div key="call" className="flex flex-col">
            <TextLink href={`${PATH}/${call.id}`}>
              <code className="text-sm">
                {call.method} <Breakable text={call.path} />
              </code>
            </TextLink>
            {call.scenario && <code className="text-sm text-text-subtle">{call.scenario}</code>}
          </div>,
          <div key="outcome" className="flex flex-col items-start gap-1">
            <OutcomeTag call={call} />
            <code className="text-sm whitespace-nowrap">{[call.status, call.code].filter(Boolean).join(' ')}</code>
          </div>,
          <code key="client" className="text-sm break-words">
            {call.clientId ?? call.orgNo ?? t('unknown')}
          </code>,
        ],
      }))}
    />
  );
}
