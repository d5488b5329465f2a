import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { ROWS_PER_PAGE } from '#lib/kernel/pages.ts';
import { readCustomersToAsk } from '#lib/requests/bulk/list-customers-to-ask.ts';
import type { CustomerToAsk } from '#lib/requests/bulk/model.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../_parts/acting-for.tsx';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { LetterPreview } from '../../_parts/letter-preview.tsx';
import { isUnderAgreement, NoAgreement } from '../../_parts/no-agreement.tsx';
import type { Query } from '../../_parts/query.ts';
import { askMany } from './actions.ts';

/** How many different letters are shown; more differ in nothing but the system and what it lacks. */
const LETTERS_MAX = 5;

const BACK = '/vendor/system-users?show=missing';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('customers.asking.previewTitle') };
}

/** What will be sent to whom, before anything is: one letter for all that lack the same of the same system. */
export default async function AskPage({ searchParams }: { readonly searchParams: Query }) {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const { all, user } = await searchParams;
  const systemUserIds = all === 'yes' ? 'all' : [user ?? []].flat().slice(0, ROWS_PER_PAGE);
  const rows = await ask(readCustomersToAsk(context, { vendorOrgNo: organisation.orgNo, systemUserIds }));
  const letters = [...Map.groupBy(rows, letterOf)];
  return (
    <>
      <Crumbs links={[{ href: BACK, text: t('customers.title') }]} />
      <PageHeading size="md" title={t('customers.asking.previewTitle')} lead={t('customers.asking.previewLead')} />
      {!(await isUnderAgreement(context, organisation.orgNo)) ? (
        <NoAgreement />
      ) : rows.length === 0 ? (
        <EmptyState text={t('customers.asking.nobodyChosen')} />
      ) : (
        <>
          {letters.slice(0, LETTERS_MAX).map(([letter, group]) => (
            <Letter key={letter} db={context.db} group={group} />
          ))}
          {letters.length > LETTERS_MAX && (
            <p>{t('customers.asking.letters', { shown: LETTERS_MAX, total: letters.length })}</p>
          )}
          <form action={askMany}>
            <ActingFor orgUuid={organisation.uuid} />
            {all === 'yes' ? (
              <input type="hidden" name="all" value="yes" />
            ) : (
              rows.map(({ customer }) => (
                <input key={customer.user.id} type="hidden" name="user" value={customer.user.id} />
              ))
            )}
            <SubmitButton>{t('customers.asking.send', { count: rows.length })}</SubmitButton>
          </form>
        </>
      )}
    </>
  );
}

/** The same for customers that get the same letter. */
function letterOf({ customer, toAsk }: CustomerToAsk): string {
  return [customer.system.internalId, ...toAsk.rights, ...toAsk.packages].join(' ');
}

async function Letter({
  db,
  group,
}: {
  readonly db: Parameters<typeof LetterPreview>[0]['db'];
  readonly group: readonly CustomerToAsk[];
}) {
  const t = await translator('vendor');
  const [first] = group;
  if (!first) return null;
  const { toAsk, customer } = first;
  return (
    <section className="flex flex-col gap-3" aria-label={t('customers.asking.to', { count: group.length })}>
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('customers.asking.to', { count: group.length })}
        </Heading>
        <ul className="columns-1 sm:columns-2">
          {group.slice(0, ROWS_PER_PAGE).map(({ customer: { user, name } }) => (
            <li key={user.id} className="break-words">
              {user.externalRef === user.partyOrgNo ? name : `${name} (${user.externalRef})`}
            </li>
          ))}
        </ul>
        {group.length > ROWS_PER_PAGE && <p>{t('customers.asking.more', { count: group.length - ROWS_PER_PAGE })}</p>}
      </CardBox>
      <LetterPreview
        db={db}
        system={customer.system}
        customer={group.length === 1 ? customer.name : t('systems.previewCustomer')}
        kind="change"
        lines={{ resourceIds: toAsk.rights, packageUrns: toAsk.packages }}
      />
    </section>
  );
}
