import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { Breakable } from '#app/_ui/breakable.tsx';
import { CardBox } from '#app/_ui/card-box.tsx';
import { CodeBlock } from '#app/_ui/code-block.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { DescriptionList } from '#app/_ui/description-list.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { env } from '#lib/config/env.ts';
import { doctorCommand, firstTokenScript } from '#lib/sandbox/first-token.ts';
import { listTestClients, type TestClient } from '#lib/sandbox/list-test-clients.ts';
import { pageContext } from '#lib/session/page-context.ts';
import { suggestPeople } from '#lib/session/suggest-people.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { PersonList } from '../login/person-list.tsx';
import { addresses, READING } from './addresses.ts';

/** Has a system user of SmartCloud from the start: TILFELDIG SUBTIL APE. */
const CUSTOMER = '315500508';
const SCOPE = 'skatteetaten:kravogbetalinger';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('start'))('title') };
}

/** Where those who build begin: what runs, a token at once, and what there is to try with. */
export default async function StartPage() {
  if (env().PORTAL_ENVIRONMENT !== 'sandbox') notFound();
  const context = await pageContext();
  const t = await translator('start');
  const clients = await ask(listTestClients(context));
  const vendor = clients.find(({ name }) => name === 'smartcloud');
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <Section title={t('runs')}>
        <DescriptionList
          items={addresses(env()).map(({ key, address }) => ({
            term: t(`addresses.${key}`),
            description: (
              <code className="text-sm">
                <Breakable text={address} />
              </code>
            ),
          }))}
        />
      </Section>
      {vendor && <FirstToken vendor={vendor} />}
      <Section title={t('clients')}>
        <p>{t('clientsText')}</p>
        <Clients clients={clients} />
      </Section>
      <PersonList people={await suggestPeople(context, '')} query="" returnTo="/" />
      <Section title={t('read')}>
        <ul className="flex flex-col gap-3">
          {READING.map(({ key, href }) => (
            <li key={key}>
              <TextLink href={href}>{t(`reading.${key}.title`)}</TextLink>
              <p className="text-text-subtle">{t(`reading.${key}.text`)}</p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <CardBox>
      <Heading level={2} data-size="xs">
        {title}
      </Heading>
      {children}
    </CardBox>
  );
}

async function FirstToken({ vendor: { clientId, kid, keyFile } }: { readonly vendor: TestClient }) {
  const t = await translator('start');
  const { issuer, KRAV_URL, PORTAL_URL } = env();
  const first = {
    ...{ portal: PORTAL_URL, issuer, clientId, kid, keyFile },
    ...{ customerOrgNo: CUSTOMER, scope: SCOPE, api: `${KRAV_URL}/kravogbetalinger/v1` },
  };
  return (
    <Section title={t('token')}>
      <p>{t('tokenText')}</p>
      <CodeBlock label={t('tokenCode')} code={firstTokenScript(first)} />
      <p>{t('doctorText')}</p>
      <CodeBlock label={t('doctorCode')} code={doctorCommand(first)} />
    </Section>
  );
}

async function Clients({ clients }: { readonly clients: readonly TestClient[] }) {
  const t = await translator('start');
  return (
    <DataTable
      caption={t('clients')}
      columns={[t('client'), t('clientId'), t('keyFile')]}
      rows={clients.map(({ name, organisation, clientId, kid, keyFile }) => ({
        key: clientId,
        cells: [
          t('clientOf', { client: t(`names.${name}`), organisation }),
          <code key="id" className="text-sm">
            <Breakable text={clientId} />
          </code>,
          <div key="file" className="flex flex-col gap-1">
            <code className="text-sm">
              <Breakable text={keyFile} />
            </code>
            <span className="text-text-subtle text-sm">
              {t('kid')}: <code>{kid}</code>
            </span>
          </div>,
        ],
      }))}
    />
  );
}
