import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CardBox } from '#app/_ui/card-box.tsx';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { readCustomer } from '#lib/systemusers/customers/read-customer.ts';
import { ask } from '../../../../_parts/ask.ts';
import { CancelLink } from '../../../../_parts/cancel-link.tsx';
import { Crumbs } from '../../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { EndForm } from '../end-form.tsx';

type Props = { readonly params: Promise<{ readonly id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('customers.end') };
}

/** The dialog's question as a page of its own, for browsers without JavaScript. */
export default async function EndPage({ params }: Props) {
  const { context, organisation } = await requireParty();
  const customer = await ask(readCustomer(context, (await params).id));
  const path = `/vendor/system-users/${customer.user.id}`;
  if (customer.user.isDeleted) redirect(path);
  const t = await translator('vendor');
  return (
    <>
      <Crumbs
        links={[
          { href: '/vendor/system-users', text: t('customers.title') },
          { href: path, text: customer.name },
        ]}
      />
      <PageHeading size="md" title={t('customers.endTitle', { name: customer.name })} />
      <CardBox>
        <EndForm customer={customer} orgUuid={organisation.uuid} />
        <CancelLink href={path} />
      </CardBox>
    </>
  );
}
