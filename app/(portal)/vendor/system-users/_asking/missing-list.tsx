import { CardBox } from '#app/_ui/card-box.tsx';
import { Dated } from '#app/_ui/dated.tsx';
import { Checkbox, Fieldset, FieldsetLegend, Heading } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Context } from '#lib/context/context.ts';
import { formatList, formatOrgNo } from '#lib/i18n/format.ts';
import type { PageOf } from '#lib/kernel/pages.ts';
import { type CustomerToAsk, JOB_CUSTOMERS_MAX, type MissingCount } from '#lib/requests/bulk/model.ts';
import { isLacking } from '#lib/requests/bulk/what-to-ask.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ListPages } from '../../../_parts/list-pages.tsx';
import { ListSearch } from '../../../_parts/list-search.tsx';
import { addressOf, type ListQuery } from '../../../_parts/page-query.ts';
import { isUnderAgreement, NoAgreement } from '../../_parts/no-agreement.tsx';
import { readLackingNames } from './lacking-names.ts';

const KEPT = { show: 'missing' };

/** The customers that miss something: who can be asked, chosen one by one or all at once, and who not, and why. */
export async function MissingList({
  context,
  vendorOrgNo,
  page,
  query: { query, after },
}: {
  readonly context: Context;
  readonly vendorOrgNo: string;
  readonly page: PageOf<CustomerToAsk> & { readonly missing: MissingCount };
  readonly query: ListQuery;
}) {
  const t = await translator('vendor');
  if (page.missing.all === 0) return <EmptyState text={t('customers.asking.nothingMissing')} />;
  if (!(await isUnderAgreement(context, vendorOrgNo))) return <NoAgreement />;
  const askable = page.rows.filter(({ toAsk }) => isLacking(toAsk));
  return (
    <>
      <ListSearch label={t('customers.search')} query={query} total={page.total} kept={KEPT} />
      {page.rows.length === 0 && <EmptyState text={t('customers.notFound')} />}
      {page.missing.canBeAsked > 0 && (
        <Askable context={context} shown={askable} canBeAsked={page.missing.canBeAsked} />
      )}
      <Others missing={page.rows.filter(({ toAsk }) => !isLacking(toAsk))} />
      <ListPages
        page={page}
        after={after}
        hrefOf={(next) => addressOf('/vendor/system-users', { ...KEPT, q: query, after: next })}
      />
    </>
  );
}

async function Askable({
  context,
  shown,
  canBeAsked,
}: {
  readonly context: Context;
  readonly shown: readonly CustomerToAsk[];
  /** How many there are on all pages. */
  readonly canBeAsked: number;
}) {
  const t = await translator('vendor');
  const language = await pageLanguage();
  const namesOf = await readLackingNames(
    context.db,
    shown.map(({ toAsk }) => toAsk),
  );
  return (
    <form method="get" action="/vendor/system-users/ask">
      <CardBox>
        {shown.length > 0 && (
          <Fieldset>
            <FieldsetLegend>{t('customers.asking.choose')}</FieldsetLegend>
            {shown.map(({ customer: { user, system, name }, toAsk }) => (
              <Checkbox
                key={user.id}
                name="user"
                value={user.id}
                label={`${name} (${formatOrgNo(user.partyOrgNo)})`}
                description={t('customers.asking.lacks', {
                  system: system.name[language],
                  reference: user.externalRef,
                  names: formatList(language, namesOf(toAsk)),
                })}
              />
            ))}
          </Fieldset>
        )}
        <div className="flex flex-wrap gap-3">
          {shown.length > 0 && <SubmitButton>{t('customers.asking.seeChosen')}</SubmitButton>}
          {canBeAsked > 1 && (
            <SubmitButton variant="secondary" name="all" value="yes">
              {canBeAsked > JOB_CUSTOMERS_MAX
                ? t('customers.asking.seeOldest', { count: JOB_CUSTOMERS_MAX })
                : t('customers.asking.seeAll', { count: canBeAsked })}
            </SubmitButton>
          )}
        </div>
      </CardBox>
    </form>
  );
}

/** Those that miss something and cannot be asked now, each with the reason. */
async function Others({ missing }: { readonly missing: readonly CustomerToAsk[] }) {
  if (missing.length === 0) return null;
  const t = await translator('vendor');
  const language = await pageLanguage();
  return (
    <CardBox>
      <Heading level={2} data-size="xs">
        {t('customers.asking.others')}
      </Heading>
      <ul className="flex flex-col gap-3">
        {missing.map(({ customer: { user, name }, askedAt }) => (
          <li key={user.id}>
            <TextLink href={`/vendor/system-users/${user.id}`}>{name}</TextLink>
            <p className="text-sm text-text-subtle">
              {askedAt ? (
                <Dated at={[askedAt]} language={language} say={(date) => t('customers.asking.asked', { date })} />
              ) : user.userType === 'agent' ? (
                t('customers.change.agent')
              ) : (
                t('customers.asking.closed')
              )}
            </p>
          </li>
        ))}
      </ul>
    </CardBox>
  );
}
