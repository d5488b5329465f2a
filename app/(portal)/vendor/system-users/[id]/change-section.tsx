import { randomUUID } from 'node:crypto';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import type { Context } from '#lib/context/context.ts';
import { pageLanguage, texts, translator } from '#lib/session/translator.ts';
import type { Customer } from '#lib/systemusers/customers/model.ts';
import { choiceTexts } from '../../../_parts/choice-texts.ts';
import { formTexts } from '../../_parts/form-texts.ts';
import { ChangeForm } from './change-form.tsx';
import { type Need, readNeeds } from './needs.ts';

/** The way to ask for what is missing and to give up what is not needed; agents have no such way. */
export async function ChangeSection({
  db,
  customer,
  orgUuid,
}: {
  readonly db: Context['db'];
  readonly customer: Customer;
  readonly orgUuid: string;
}) {
  const t = await translator('vendor');
  const { change } = (await texts('vendor')).customers;
  const needs = await readNeeds(db, customer, await pageLanguage());
  const isAgent = customer.user.userType === 'agent';
  return (
    <CardBox>
      <Heading level={2} data-size="xs">
        {t('customers.change.title')}
      </Heading>
      {isAgent ? (
        <p className="max-w-[42rem]">{t('customers.change.agent')}</p>
      ) : (
        <>
          {customer.missing === 0 && <p>{t('customers.change.whole')}</p>}
          <p className="max-w-[42rem] text-text-subtle">{t('customers.change.text')}</p>
          <ChangeForm
            orgUuid={orgUuid}
            systemUserId={customer.user.id}
            correlationId={randomUUID()}
            missing={toChoices(needs.filter(({ state }) => state === 'missing'))}
            held={toChoices(needs.filter(({ state }) => state !== 'missing'))}
            extra={needs.filter(({ state }) => state === 'extra').map(choiceOf)}
            texts={{
              ...(await formTexts()),
              add: await choiceTexts({ legend: change.add }),
              remove: await choiceTexts({ legend: change.remove }),
              send: change.send,
            }}
          />
        </>
      )}
    </CardBox>
  );
}

function toChoices(needs: readonly Need[]) {
  return needs.map((need) => ({ value: choiceOf(need), label: need.name, detail: need.id, warnings: [] }));
}

/** Which list a choice goes into, and what: `right:<resource id>` or `package:<urn>`. */
function choiceOf({ kind, id }: Need): string {
  return `${kind}:${id}`;
}
