import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { CopyField } from '#app/_ui/copy-field.tsx';
import { DescriptionList } from '#app/_ui/description-list.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { findProblemCode } from '#lib/i18n/explanations/explain-code.ts';
import { EXPLAINED_CODES } from '#lib/maskinporten/problems.ts';
import type { ListedCall } from '#lib/sandbox/journal/model.ts';
import { readCall } from '#lib/sandbox/journal/read-call.ts';
import { toCurl } from '#lib/sandbox/journal/to-curl.ts';
import { openToAll } from '#lib/sandbox/open-sandbox.ts';
import { pageContext } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../../_parts/ask.ts';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { OutcomeTag } from '../outcome-tag.tsx';
import { LedTo } from './led-to.tsx';

type Props = { readonly params: Promise<{ readonly id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await translator('journal'))('detail.title', await params) };
}

export default async function CallPage({ params }: Props) {
  const { id } = await params;
  const traced = await ask(read(id));
  const { call } = traced;
  const t = await translator('journal');
  return (
    <>
      <PageHeading
        above={<TextLink href="/sandbox/journal">{t('toJournal')}</TextLink>}
        title={t('detail.title', { id })}
      />
      <Came call={call} />
      <Answered call={call} />
      <LedTo traced={traced} />
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('detail.repeat')}
        </Heading>
        <p>{t('detail.repeatLead')}</p>
        <CopyField label={t('detail.curl')} value={toCurl(call)} copy={t('detail.copy')} copied={t('detail.copied')} />
      </CardBox>
    </>
  );
}

async function read(id: string) {
  return readCall(openToAll(await pageContext()), id);
}

async function Came({ call }: { readonly call: ListedCall }) {
  const t = await translator('journal');
  const items = [
    { term: t('when'), description: <Moment at={call.at} language={await pageLanguage()} withSeconds /> },
    {
      term: t('detail.address'),
      description: (
        <code className="break-all">
          {call.method} {call.path}
        </code>
      ),
    },
    { term: t('client'), description: call.clientId ?? t('unknown') },
    { term: t('detail.organisation'), description: call.orgNo ?? t('unknown') },
    {
      term: t('detail.trace'),
      description: (
        <>
          <code className="break-all">{call.traceId}</code>
          <p>
            <TextLink href={`/sandbox/journal?trace=${call.traceId}`}>{t('detail.sameTrace')}</TextLink>
          </p>
        </>
      ),
    },
  ];
  return (
    <CardBox>
      <Heading level={2} data-size="xs">
        {t('detail.came')}
      </Heading>
      <DescriptionList items={items} />
    </CardBox>
  );
}

async function Answered({ call }: { readonly call: ListedCall }) {
  const t = await translator('journal');
  const { status, code, description, durationMs, scenario } = call;
  const explained = EXPLAINED_CODES.find((each) => each === code) ?? findProblemCode(code ?? '');
  const items = [
    { term: t('outcome'), description: <OutcomeTag call={call} /> },
    ...(status === undefined ? [] : [{ term: t('detail.status'), description: status }]),
    ...(code === undefined ? [] : [{ term: t('detail.code'), description: <code>{code}</code> }]),
    ...(description === undefined
      ? []
      : [{ term: t('detail.says'), description: <span lang="en">{description}</span> }]),
    { term: t('detail.duration'), description: t('detail.milliseconds', { count: durationMs }) },
    ...(scenario === undefined ? [] : [{ term: t('detail.scenario'), description: <code>{scenario}</code> }]),
  ];
  return (
    <CardBox>
      <Heading level={2} data-size="xs">
        {t('detail.answered')}
      </Heading>
      <DescriptionList items={items} />
      {explained && (
        <p>
          <TextLink href={`/errors/${explained}`}>{t('detail.explained', { code: explained })}</TextLink>
        </p>
      )}
    </CardBox>
  );
}
