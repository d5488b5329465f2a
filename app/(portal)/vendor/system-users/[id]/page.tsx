import type { Metadata } from 'next';
import { cache } from 'react';
import { CardBox } from '#app/_ui/card-box.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { CopyField } from '#app/_ui/copy-field.tsx';
import { Dated } from '#app/_ui/dated.tsx';
import { DescriptionList } from '#app/_ui/description-list.tsx';
import { Alert, Heading } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Context } from '#lib/context/context.ts';
import { findWaitingChange } from '#lib/requests/overview/find-waiting-change.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import type { Customer } from '#lib/systemusers/customers/model.ts';
import { readCustomer } from '#lib/systemusers/customers/read-customer.ts';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { isUnderAgreement } from '../../_parts/no-agreement.tsx';
import { ChangeSection } from './change-section.tsx';
import { EndForm } from './end-form.tsx';
import { NeedsTable } from './needs-table.tsx';

type Props = { readonly params: Promise<{ readonly id: string }> };

const read = cache(async (id: string) => {
  const current = await requireParty();
  return { ...current, customer: await ask(readCustomer(current.context, id)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await read((await params).id);
  return { title: `${customer.name} · ${customer.user.externalRef}` };
}

export default async function CustomerPage({ params }: Props) {
  const { context, organisation, customer } = await read((await params).id);
  const t = await translator('vendor');
  const language = await pageLanguage();
  const { user, system, name } = customer;
  const mayEnd = !user.isDeleted && (await isUnderAgreement(context, user.vendorOrgNo));
  const mayAsk = mayEnd && !system.isDeleted;
  return (
    <>
      <Crumbs links={[{ href: '/vendor/system-users', text: t('customers.title') }]} />
      <PageHeading
        size="md"
        title={<bdi>{name}</bdi>}
        lead={
          <>
            <OrgNo orgNo={user.partyOrgNo} /> · {t(`kinds.${user.userType}`)}
          </>
        }
      >
        {mayEnd && <End customer={customer} orgUuid={organisation.uuid} />}
      </PageHeading>
      {user.deletedAt && (
        <Alert data-color="info">
          <Dated at={[user.deletedAt]} language={language} say={(date) => t('customers.ended', { date })} />
        </Alert>
      )}
      {user.suspension && (
        <Alert data-color="warning">
          <Dated at={[user.suspension.at]} language={language} say={(date) => t('customers.suspended', { date })} />
        </Alert>
      )}
      <WaitingChange context={context} user={user} />
      {user.wish && <CustomerWish wish={user.wish} name={name} />}
      <About customer={customer} />
      <Heading level={2} data-size="xs">
        {t('customers.needs')}
      </Heading>
      <NeedsTable db={context.db} customer={customer} />
      {mayAsk && <ChangeSection db={context.db} customer={customer} orgUuid={organisation.uuid} />}
    </>
  );
}

async function End({ customer, orgUuid }: { readonly customer: Customer; readonly orgUuid: string }) {
  const t = await translator('vendor');
  const common = await translator('common');
  return (
    <ConfirmDialog
      trigger={t('customers.end')}
      fallbackHref={`/vendor/system-users/${customer.user.id}/end`}
      variant="tertiary"
      title={t('customers.endTitle', { name: customer.name })}
      close={common('actions.close')}
    >
      <EndForm customer={customer} orgUuid={orgUuid} />
    </ConfirmDialog>
  );
}

/** That the vendor has asked for a change, and when; nothing when the customer has answered. */
async function WaitingChange({
  context,
  user: { id: systemUserId, vendorOrgNo },
}: {
  readonly context: Context;
  readonly user: Customer['user'];
}) {
  const change = await ask(findWaitingChange(context, { vendorOrgNo, systemUserId }));
  if (!change) return null;
  const t = await translator('vendor');
  return (
    <Alert data-color="info">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>
          <Dated
            at={[change.createdAt]}
            language={await pageLanguage()}
            say={(date) => t('customers.changeWaits', { date })}
          />
        </p>
        <TextLink href={`/vendor/requests/${change.id}`}>{t('customers.seeChange')}</TextLink>
      </div>
    </Alert>
  );
}

/** That the customer would like to be asked for something else, in the customer's own words. */
async function CustomerWish({
  wish: { text, at, byName },
  name,
}: {
  readonly wish: NonNullable<Customer['user']['wish']>;
  readonly name: string;
}) {
  const t = await translator('vendor');
  const language = await pageLanguage();
  const said = text ? 'customers.wish' : 'customers.wishBare';
  return (
    <Alert data-color="info">
      <Heading level={2} data-size="2xs">
        {t('customers.wishes', { name })}
      </Heading>
      <p>
        <Dated at={[at]} language={language} say={(date) => t(said, { by: byName, date })} />
      </p>
      {text && <p className="break-words whitespace-pre-line">{text}</p>}
    </Alert>
  );
}

async function About({ customer: { user, system, clients } }: { readonly customer: Customer }) {
  const t = await translator('vendor');
  const common = await translator('common');
  const language = await pageLanguage();
  return (
    <CardBox>
      <Heading level={2} data-size="xs">
        {t('customers.about')}
      </Heading>
      <CopyField
        label={t('customers.id')}
        value={user.id}
        copy={t('customers.copyId')}
        copied={common('actions.copied')}
      />
      <DescriptionList
        items={[
          {
            term: t('customers.system'),
            description: (
              <TextLink href={`/vendor/systems/${encodeURIComponent(system.systemId)}`}>
                {system.name[language]}
              </TextLink>
            ),
          },
          { term: t('customers.reference'), description: <code className="break-all">{user.externalRef}</code> },
          { term: t('customers.since'), description: <Moment at={user.createdAt} language={language} /> },
          {
            term: t('customers.lastToken'),
            description: user.lastTokenAt ? <Moment at={user.lastTokenAt} language={language} withTime /> : t('never'),
          },
          {
            term: t('customers.lastCall'),
            description: user.lastDecisionAt ? (
              <Moment at={user.lastDecisionAt} language={language} withTime />
            ) : (
              t('never')
            ),
          },
          ...(user.userType === 'agent'
            ? [{ term: t('kinds.agent'), description: t('customers.clients', { count: clients }) }]
            : []),
        ]}
      />
    </CardBox>
  );
}
