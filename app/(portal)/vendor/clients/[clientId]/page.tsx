import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { CopyField } from '#app/_ui/copy-field.tsx';
import { DescriptionList } from '#app/_ui/description-list.tsx';
import { Alert, Heading } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { env } from '#lib/config/env.ts';
import { readClient } from '#lib/maskinporten/clients/read-client.ts';
import { findSystemsOfClients } from '#lib/register/read-system.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, texts, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../_parts/acting-for.tsx';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { DoneNotice } from '../../_parts/done-notice.tsx';
import type { Query } from '../../_parts/query.ts';
import { reactivate, save } from '../actions.ts';
import { ClientForm } from '../client-form.tsx';
import { clientFormTexts, toScopeOptions } from '../client-form-texts.ts';
import { DeactivateForm } from '../deactivate-form.tsx';
import { LockedScopes } from '../locked-scopes.tsx';
import { readScopeChoices } from '../scope-choices.ts';
import { AddKey } from './add-key.tsx';
import { KeyTable } from './key-table.tsx';

type Props = { readonly params: Promise<{ readonly clientId: string }>; readonly searchParams: Query };

async function read({ params }: Pick<Props, 'params'>) {
  const current = await requireParty();
  const clientId = decodeURIComponent((await params).clientId);
  return { ...current, ...(await ask(readClient(current.context, { clientId }))) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { name } = (await read(props)).client;
  return { title: (await translator('vendor'))('clients.pageTitle', { name }) };
}

export default async function ClientPage(props: Props) {
  const { context, organisation, client, keys } = await read(props);
  const t = await translator('vendor');
  const common = await translator('common');
  const words = (await texts('vendor')).clients;
  const language = await pageLanguage();
  const choices = await ask(readScopeChoices(context, client));
  const system = (await ask(findSystemsOfClients(context, [client.clientId]))).get(client.clientId);
  return (
    <>
      <Crumbs links={[{ href: '/vendor/clients', text: t('clients.title') }]} />
      <DoneNotice done={(await props.searchParams).done} words={words.done} />
      <PageHeading size="md" title={client.name} />
      {!client.active && (
        <Alert data-color="warning">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p>{t('clients.inactiveText')}</p>
            <form action={reactivate}>
              <ActingFor orgUuid={organisation.uuid} />
              <input type="hidden" name="clientId" value={client.clientId} />
              <SubmitButton variant="secondary">{t('clients.reactivate')}</SubmitButton>
            </form>
          </div>
        </Alert>
      )}
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('clients.about')}
        </Heading>
        <CopyField
          label={t('clients.clientId')}
          value={client.clientId}
          copy={t('clients.copyId')}
          copied={common('actions.copied')}
        />
        <DescriptionList
          items={[
            { term: t('clients.environment'), description: common(`environment.${env().PORTAL_ENVIRONMENT}`) },
            {
              term: t('clients.system'),
              description: system ? (
                <TextLink href={`/vendor/systems/${encodeURIComponent(system.systemId)}`}>
                  {system.name[language]}
                </TextLink>
              ) : (
                t('clients.noSystem')
              ),
            },
            { term: t('clients.created'), description: <Moment at={client.createdAt} language={language} /> },
            {
              term: t('clients.lastUsed'),
              description: client.lastUsedAt ? (
                <Moment at={client.lastUsedAt} language={language} withTime />
              ) : (
                t('clients.neverUsed')
              ),
            },
          ]}
        />
      </CardBox>
      <section id="keys" className="flex flex-col gap-4">
        <Heading level={2} data-size="xs">
          {t('clients.keys')}
        </Heading>
        <p className="max-w-[42rem] text-text-subtle">{t('clients.keysLead')}</p>
        <KeyTable client={client} keys={keys} orgUuid={organisation.uuid} at={context.now} />
        <AddKey key={client.version} clientId={client.clientId} orgUuid={organisation.uuid} />
      </section>
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('clients.edit')}
        </Heading>
        <ClientForm
          key={client.version}
          action={save}
          orgUuid={organisation.uuid}
          clientId={client.clientId}
          initial={client}
          scopes={await toScopeOptions(choices)}
          texts={await clientFormTexts(t('clients.save'))}
        />
      </CardBox>
      <LockedScopes scopes={choices.locked} orgUuid={organisation.uuid} clientId={client.clientId} />
      {client.active && (
        <div>
          <ConfirmDialog
            trigger={t('clients.deactivate')}
            fallbackHref={`/vendor/clients/${encodeURIComponent(client.clientId)}/deactivate`}
            title={t('clients.deactivateTitle', { name: client.name })}
            close={common('actions.close')}
          >
            <DeactivateForm client={client} orgUuid={organisation.uuid} />
          </ConfirmDialog>
        </div>
      )}
    </>
  );
}
