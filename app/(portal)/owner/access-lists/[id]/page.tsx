import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { readAccessList, readMembers } from '#lib/resources/access-lists/read-access-lists.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { Outcome, one, type Query } from '../../../_parts/outcome.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { OrgNoPreview } from '../../_parts/org-no-preview.tsx';
import { requireOwner } from '../../_parts/require-owner.ts';
import { Connections } from '../_list/connections.tsx';
import { DeleteForm } from '../_list/delete-form.tsx';
import { Members } from '../_list/members.tsx';
import { addMembers } from '../actions.ts';

type Props = { readonly params: Promise<{ readonly id: string }>; readonly searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context, orgCode } = await requireOwner();
  const key = { owner: orgCode, identifier: (await params).id, conditions: {} };
  return { title: (await ask(readAccessList(context, key))).name };
}

export default async function AccessListPage({ params, searchParams }: Props) {
  const { context, organisation, orgCode } = await requireOwner();
  const t = await translator('owner');
  const query = await searchParams;
  const key = { owner: orgCode, identifier: (await params).id, conditions: {} };
  const { list, members, next } = await ask(readMembers(context, { ...key, after: one(query, 'after') }));
  const href = `/owner/access-lists/${list.identifier}`;
  return (
    <>
      <Outcome
        query={query}
        done={{
          created: t('lists.doneCreated'),
          added: t('lists.doneAdded'),
          removed: t('lists.doneRemoved'),
          connected: t('lists.doneConnected'),
          disconnected: t('lists.doneDisconnected'),
        }}
      />
      <PageHeading
        title={list.name}
        lead={list.description}
        size="md"
        above={<Crumbs links={[{ href: '/owner/access-lists', text: t('lists.title') }]} here={list.name} />}
      />
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('lists.members')}
        </Heading>
        <Members list={list} members={members} next={next} orgUuid={organisation.uuid} />
        <Heading level={3} data-size="2xs">
          {t('lists.addMembers')}
        </Heading>
        <OrgNoPreview
          context={context}
          orgUuid={organisation.uuid}
          pasted={one(query, 'numbers')}
          already={new Set(members.map(({ orgNo }) => orgNo))}
          href={href}
          hidden={{ identifier: list.identifier }}
          action={addMembers}
        />
      </CardBox>
      <Connections context={context} list={list} organisation={organisation} />
      <div>
        <ConfirmDialog
          trigger={t('lists.delete')}
          fallbackHref={`${href}/delete`}
          title={t('lists.deleteTitle', { name: list.name })}
          close={t('close')}
        >
          <DeleteForm list={list} orgUuid={organisation.uuid} />
        </ConfirmDialog>
      </div>
    </>
  );
}
