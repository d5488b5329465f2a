import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CardBox } from '#app/_ui/card-box.tsx';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { countCustomers } from '#lib/systemusers/customers/list-customers.ts';
import { ask } from '../../../../_parts/ask.ts';
import { CancelLink } from '../../../../_parts/cancel-link.tsx';
import { Crumbs } from '../../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { DeleteForm } from '../../delete-form.tsx';
import { pathOf, readOne, type SystemParams } from '../../read-one.ts';

type Props = { readonly params: SystemParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('systems.delete') };
}

export default async function DeleteSystemPage({ params }: Props) {
  const { context, organisation, system } = await readOne((await params).systemId);
  if (system.isDeleted) notFound();
  const t = await translator('vendor');
  const name = system.name[await pageLanguage()];
  const { vendorOrgNo, systemId, internalId } = system;
  const customers = await ask(countCustomers(context, { vendorOrgNo, systemInternalIds: [internalId] }));
  return (
    <>
      <Crumbs
        links={[
          { href: '/vendor/systems', text: t('systems.title') },
          { href: pathOf(systemId), text: name },
        ]}
      />
      <PageHeading size="md" title={t('systems.deleteTitle', { name })} />
      <CardBox>
        <DeleteForm system={system} orgUuid={organisation.uuid} customers={customers} />
      </CardBox>
      <CancelLink href={pathOf(systemId)} />
    </>
  );
}
