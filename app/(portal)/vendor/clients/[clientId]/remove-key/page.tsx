import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { readKey } from '#lib/maskinporten/client-keys/read-keys.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../../_parts/ask.ts';
import { CancelLink } from '../../../../_parts/cancel-link.tsx';
import { Crumbs } from '../../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { one, type Query } from '../../../_parts/query.ts';
import { RemoveKeyForm } from '../../remove-key-form.tsx';

type Props = { readonly params: Promise<{ readonly clientId: string }>; readonly searchParams: Query };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('clients.removeConfirm') };
}

export default async function RemoveKeyPage({ params, searchParams }: Props) {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const clientId = decodeURIComponent((await params).clientId);
  const { client, key } = await ask(readKey(context, { clientId, kid: one((await searchParams).kid) }));
  const href = `/vendor/clients/${encodeURIComponent(clientId)}`;
  return (
    <>
      <Crumbs
        links={[
          { href: '/vendor/clients', text: t('clients.title') },
          { href, text: client.name },
        ]}
      />
      <PageHeading size="md" title={t('clients.removeTitle', { kid: key.kid })} />
      <CardBox>
        <RemoveKeyForm clientId={clientId} kid={key.kid} orgUuid={organisation.uuid} />
      </CardBox>
      <CancelLink href={href} />
    </>
  );
}
