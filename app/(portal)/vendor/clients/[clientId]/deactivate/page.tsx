import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { readClient } from '#lib/maskinporten/clients/read-client.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../../_parts/ask.ts';
import { CancelLink } from '../../../../_parts/cancel-link.tsx';
import { Crumbs } from '../../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { DeactivateForm } from '../../deactivate-form.tsx';

type Props = { readonly params: Promise<{ readonly clientId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('clients.deactivate') };
}

export default async function DeactivatePage({ params }: Props) {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const { client } = await ask(readClient(context, { clientId: decodeURIComponent((await params).clientId) }));
  const href = `/vendor/clients/${encodeURIComponent(client.clientId)}`;
  return (
    <>
      <Crumbs
        links={[
          { href: '/vendor/clients', text: t('clients.title') },
          { href, text: client.name },
        ]}
      />
      <PageHeading size="md" title={t('clients.deactivateTitle', { name: client.name })} />
      <CardBox>
        <DeactivateForm client={client} orgUuid={organisation.uuid} />
      </CardBox>
      <CancelLink href={href} />
    </>
  );
}
