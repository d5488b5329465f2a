import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { requireParty } from '#lib/session/page-context.ts';
import { texts, translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { DoneNotice } from '../../_parts/done-notice.tsx';
import type { Query } from '../../_parts/query.ts';
import { create } from '../actions.ts';
import { ClientForm } from '../client-form.tsx';
import { clientFormTexts, toScopeOptions } from '../client-form-texts.ts';
import { LockedScopes } from '../locked-scopes.tsx';
import { readScopeChoices } from '../scope-choices.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('clients.newTitle') };
}

export default async function NewClientPage({ searchParams }: { readonly searchParams: Query }) {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const words = (await texts('vendor')).clients;
  const choices = await ask(readScopeChoices(context));
  return (
    <>
      <Crumbs links={[{ href: '/vendor/clients', text: t('clients.title') }]} />
      <DoneNotice done={(await searchParams).done} words={words.done} />
      <PageHeading size="md" title={t('clients.newTitle')} lead={t('clients.newLead')} />
      <CardBox>
        <ClientForm
          action={create}
          orgUuid={organisation.uuid}
          initial={{ name: '', scopes: [] }}
          scopes={await toScopeOptions(choices)}
          texts={await clientFormTexts(t('clients.create'))}
        />
      </CardBox>
      <LockedScopes scopes={choices.locked} orgUuid={organisation.uuid} />
    </>
  );
}
