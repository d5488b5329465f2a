import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Dated } from '#app/_ui/dated.tsx';
import { DescriptionList } from '#app/_ui/description-list.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { env } from '#lib/config/env.ts';
import { listOutbox, type OutboxMessage } from '#lib/sandbox/list-outbox.ts';
import { openToAll } from '#lib/sandbox/open-sandbox.ts';
import { pageContext } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { PageHeading } from '../../../_parts/page-heading.tsx';

type Props = { readonly searchParams: Promise<{ readonly before?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('sandbox'))('outbox.title') };
}

export default async function OutboxPage({ searchParams }: Props) {
  const { before: text } = await searchParams;
  const before = readPlace(text);
  const { messages, next } = await ask(readOutbox(before));
  const t = await translator('sandbox');
  return (
    <>
      <PageHeading
        title={t('outbox.title')}
        lead={`${t('outbox.lead')} ${env().SMTP_URL ? t('outbox.delivered') : t('outbox.kept')}`}
      />
      {messages.length === 0 && <EmptyState text={t('outbox.empty')} />}
      {messages.map((message) => (
        <Message key={message.id} message={message} />
      ))}
      {(next !== undefined || before !== undefined) && (
        <nav aria-label={t('outbox.pages')} className="flex flex-wrap gap-6">
          {before !== undefined && <TextLink href="/sandbox/outbox">{t('outbox.newest')}</TextLink>}
          {next !== undefined && (
            <TextLink href={`/sandbox/outbox?before=${next.at.getTime()}.${next.id}`}>{t('outbox.next')}</TextLink>
          )}
        </nav>
      )}
    </>
  );
}

async function readOutbox(before: ReturnType<typeof readPlace>) {
  return listOutbox(openToAll(await pageContext()), before);
}

/** A page begins after the instant and the id that stand in the address; anything else is the first page. */
function readPlace(text: string | string[] | undefined) {
  const [, at, id] = String(text).match(/^([0-9]{1,15})\.([0-9]{1,15})$/) ?? [];
  return at === undefined || id === undefined ? undefined : { at: new Date(Number(at)), id: Number(id) };
}

async function Message({ message }: { readonly message: OutboxMessage }) {
  const t = await translator('sandbox');
  const language = await pageLanguage();
  const heading = `message-${message.id}`;
  const details = [
    { term: t('outbox.to'), description: message.toAddress },
    { term: t('outbox.written'), description: <Moment at={message.createdAt} language={language} withTime /> },
    { term: t('outbox.status'), description: await statusOf(message) },
  ];
  return (
    <article aria-labelledby={heading}>
      <CardBox>
        <Heading level={2} data-size="xs" id={heading} lang={message.language}>
          {message.subject}
        </Heading>
        <DescriptionList items={details} />
        <div className="flex flex-col gap-3" lang={message.language}>
          {message.body.split('\n\n').map((line) => (
            <p key={line}>
              <WithLink text={line} />
            </p>
          ))}
        </div>
      </CardBox>
    </article>
  );
}

async function statusOf({ sentAt, failure, attempts }: OutboxMessage): Promise<ReactNode> {
  const t = await translator('sandbox');
  if (sentAt) {
    const language = await pageLanguage();
    return <Dated at={[sentAt]} language={language} say={(time) => t('outbox.sent', { time })} withTime />;
  }
  return failure === null ? t('outbox.waiting') : t('outbox.failed', { count: attempts, failure });
}

/** The text with a link of ours at its end made one to press; any other address stays text. */
function WithLink({ text }: { readonly text: string }) {
  const start = text.indexOf(`${env().PORTAL_URL}/`);
  if (start < 0) return text;
  const address = text.slice(start);
  return (
    <>
      {text.slice(0, start)}
      <TextLink href={address.slice(env().PORTAL_URL.length)}>{address}</TextLink>
    </>
  );
}
