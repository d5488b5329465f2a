import type { Metadata } from 'next';
import { TextLink } from '#app/_ui/text-link.tsx';
import { readAccessList } from '#lib/resources/access-lists/read-access-lists.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../../_parts/ask.ts';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { requireOwner } from '../../../_parts/require-owner.ts';
import { DeleteForm } from '../../_list/delete-form.tsx';

type Props = { readonly params: Promise<{ readonly id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('owner'))('lists.delete') };
}

/** The question that the dialog asks, as a page of its own for browsers without JavaScript. */
export default async function DeleteAccessListPage({ params }: Props) {
  const { context, organisation, orgCode } = await requireOwner();
  const t = await translator('owner');
  const key = { owner: orgCode, identifier: (await params).id, conditions: {} };
  const list = await ask(readAccessList(context, key));
  return (
    <>
      <PageHeading title={t('lists.deleteTitle', { name: list.name })} size="md" />
      <DeleteForm list={list} orgUuid={organisation.uuid} />
      <p>
        <TextLink href={`/owner/access-lists/${list.identifier}`}>{t('cancel')}</TextLink>
      </p>
    </>
  );
}
