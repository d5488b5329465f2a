import { CardBox } from '#app/_ui/card-box.tsx';
import { Dated } from '#app/_ui/dated.tsx';
import { Checkbox, Fieldset, FieldsetLegend, Heading } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { SearchForm } from '#app/_ui/search-form.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Context } from '#lib/context/context.ts';
import { formatList, formatOrgNo } from '#lib/i18n/format.ts';
import type { CustomerToAsk } from '#lib/requests/bulk/model.ts';
import { isLacking } from '#lib/requests/bulk/to-ask.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { isUnderAgreement, NoAgreement } from '../../_parts/no-agreement.tsx';
import { readLackingNames } from './lacking-names.ts';

/** How many customers can be ticked off at once; a search finds the rest, and all can be asked together. */
const SHOWN_MAX = 50;

type Given = { readonly context: Context; readonly missing: readonly CustomerToAsk[] };

/** The customers that miss something: who can be asked, chosen one by one or all at once, and who not, and why. */
export async function MissingList({
  context,
  vendorOrgNo,
  missing,
  query,
}: Given & { readonly vendorOrgNo: string; readonly query: string }) {
  const t = await translator('vendor');
  const common = await translator('common');
  if (missing.length === 0) return <EmptyState text={t('customers.asking.nothingMissing')} />;
  if (!(await isUnderAgreement(context, vendorOrgNo))) return <NoAgreement />;
  const askable = missing.filter(({ toAsk }) => isLacking(toAsk));
  return (
    <>
      {askable.length > SHOWN_MAX && (
        <SearchForm
          label={t('customers.asking.search')}
          button={common('actions.search')}
          query={query}
          hidden={{ show: 'missing' }}
        />
      )}
      {askable.length > 0 && <Askable context={context} missing={askable} query={query} />}
      <Others missing={missing.filter(({ toAsk }) => !isLacking(toAsk))} />
    </>
  );
}

async function Askable({ context, missing, query }: Given & { readonly query: string }) {
  const t = await translator('vendor');
  const language = await pageLanguage();
  const found = missing.filter(({ customer }) => isFound(customer, query));
  const shown = found.slice(0, SHOWN_MAX);
  const namesOf = await readLackingNames(
    context.db,
    shown.map(({ toAsk }) => toAsk),
  );
  return (
    <form method="get" action="/vendor/system-users/ask">
      <CardBox>
        {shown.length === 0 && <p>{t('customers.asking.notFound')}</p>}
        {found.length > shown.length && (
          <p>{t('customers.asking.shown', { shown: String(shown.length), count: String(found.length) })}</p>
        )}
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
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t('customers.asking.seeChosen')}</SubmitButton>
          {missing.length > 1 && (
            <SubmitButton variant="secondary" name="all" value="yes">
              {t('customers.asking.seeAll', { count: String(missing.length) })}
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

function isFound({ user, name }: CustomerToAsk['customer'], query: string): boolean {
  const digits = query.replaceAll(/\s/g, '');
  return name.toLowerCase().includes(query.toLowerCase()) || (digits !== '' && user.partyOrgNo.includes(digits));
}
