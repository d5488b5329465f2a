import { CardBox } from '#app/_ui/card-box.tsx';
import { CodeBlock } from '#app/_ui/code-block.tsx';
import { Checkbox, Field, Fieldset, FieldsetLegend, Heading, Label, Select, SelectOption } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Context } from '#lib/context/context.ts';
import type { PageOf } from '#lib/kernel/pages.ts';
import { listClients } from '#lib/maskinporten/clients/list-clients.ts';
import type { ClientWithKeys } from '#lib/maskinporten/clients/read-client.ts';
import { listReceivedApis } from '#lib/maskinporten/delegations/list-api-delegations.ts';
import type { ApiDelegation } from '#lib/maskinporten/delegations/model.ts';
import { grantProgram, prepareGrant } from '#lib/maskinporten/prepare-grant.ts';
import { findSystemsOfClients } from '#lib/register/read-system.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { listCustomers } from '#lib/systemusers/customers/list-customers.ts';
import type { Customer } from '#lib/systemusers/customers/model.ts';
import { ask } from '../../_parts/ask.ts';
import { ListSearch } from '../../_parts/list-search.tsx';

/** What has been chosen so far; it stands in the address, so that each step can be gone back to. */
export type BuildChoice = {
  readonly client: string;
  /** The id of a system user, or the number of an organisation that has delegated an API. */
  readonly customer: string;
  readonly scopes: readonly string[];
  /** Words that the customer was searched by. */
  readonly query: string;
};

/** Builds a grant in two steps: first the client, then what it asks for and for whom. Nothing secret is asked for. */
export async function BuildGrant({
  context,
  vendorOrgNo,
  choice,
}: {
  readonly context: Context;
  readonly vendorOrgNo: string;
  readonly choice: BuildChoice;
}) {
  const t = await translator('vendor');
  const clients = (await ask(listClients(context, { inactive: false }))).filter(({ keys }) => keys.length > 0);
  const chosen = clients.find(({ client }) => client.clientId === choice.client);
  const customers = chosen && (await ask(customersOf(context, vendorOrgNo, choice)));
  const delegations = chosen && (await ask(delegationsFor(context, vendorOrgNo, choice, chosen.client.scopes)));
  return (
    <CardBox>
      <Heading level={2} data-size="xs">
        {t('token.build.title')}
      </Heading>
      <p className="max-w-[42rem] text-text-subtle">{t('token.build.text')}</p>
      {clients.length === 0 ? (
        <p>
          {t('token.build.noClients')} <TextLink href="/vendor/clients">{t('token.build.toClients')}</TextLink>
        </p>
      ) : chosen && customers && delegations ? (
        <SecondStep chosen={chosen} customers={customers} delegations={delegations} choice={choice} />
      ) : (
        <FirstStep clients={clients} />
      )}
    </CardBox>
  );
}

/** The customers that the client may speak for, as far as one page goes. */
async function customersOf(
  context: Context,
  vendorOrgNo: string,
  { client, query }: BuildChoice,
): Promise<PageOf<Customer>> {
  const system = (await findSystemsOfClients(context, [client])).get(client);
  if (!system) return { rows: [], total: 0, next: undefined };
  return listCustomers(context, { vendorOrgNo, systemInternalIds: [system.internalId], query });
}

/** What customers have delegated of the client's scopes, once for each customer, as far as one page goes. */
async function delegationsFor(
  context: Context,
  supplierOrgNo: string,
  { query }: BuildChoice,
  scopes: readonly string[],
): Promise<readonly ApiDelegation[]> {
  const { rows } = await listReceivedApis(context, { supplierOrgNo, query });
  const usable = rows.filter((row) => row.scopes.some(({ name }) => scopes.includes(name)));
  return [...new Map(usable.map((row) => [row.consumer.orgNo, row])).values()];
}

async function FirstStep({ clients }: { readonly clients: readonly ClientWithKeys[] }) {
  const t = await translator('vendor');
  return (
    <form method="get" className="flex flex-col items-start gap-4">
      <Field className="w-full max-w-[28rem]">
        <Label htmlFor="client">{t('token.build.client')}</Label>
        <Select id="client" name="client">
          {clients.map(({ client }) => (
            <SelectOption key={client.clientId} value={client.clientId}>
              {client.name}
            </SelectOption>
          ))}
        </Select>
      </Field>
      <SubmitButton>{t('token.build.next')}</SubmitButton>
    </form>
  );
}

async function SecondStep({
  chosen: { client, keys },
  customers,
  delegations,
  choice,
}: {
  readonly chosen: ClientWithKeys;
  readonly customers: PageOf<Customer>;
  readonly delegations: readonly ApiDelegation[];
  readonly choice: BuildChoice;
}) {
  const t = await translator('vendor');
  const language = await pageLanguage();
  const scopes = client.scopes.filter((scope) => choice.scopes.includes(scope));
  const customer = customers.rows.find(({ user }) => user.id === choice.customer);
  const delegator = delegations.find(({ consumer }) => consumer.orgNo === choice.customer)?.consumer;
  const key = [...keys].sort((one, other) => other.expiresAt.getTime() - one.expiresAt.getTime())[0];
  return (
    <>
      <p>
        {t('token.build.chosen', { client: client.name })}{' '}
        <TextLink href="/vendor/token">{t('token.build.another')}</TextLink>
      </p>
      <ListSearch
        label={t('token.build.find')}
        query={choice.query}
        total={customers.total}
        shown={customers.rows.length}
        kept={{ client: client.clientId, scope: scopes }}
      />
      <form method="get" className="flex flex-col items-start gap-4">
        <input type="hidden" name="client" value={client.clientId} />
        {choice.query !== '' && <input type="hidden" name="q" value={choice.query} />}
        <Fieldset>
          <FieldsetLegend>{t('token.build.scopes')}</FieldsetLegend>
          {client.scopes.map((scope) => (
            <Checkbox
              key={scope}
              name="scope"
              value={scope}
              label={<span className="wrap-anywhere">{scope}</span>}
              defaultChecked={scopes.includes(scope)}
            />
          ))}
        </Fieldset>
        <Field className="w-full max-w-[36rem]">
          <Label htmlFor="customer">{t('token.build.customer')}</Label>
          <Select id="customer" name="customer" defaultValue={choice.customer}>
            <SelectOption value="">{t('token.build.itself')}</SelectOption>
            {customers.rows.map(({ user, system, name }) => (
              <SelectOption key={user.id} value={user.id}>
                {`${name} · ${system.name[language]} · ${user.externalRef}`}
              </SelectOption>
            ))}
            {delegations.map(({ consumer }) => (
              <SelectOption key={consumer.orgNo} value={consumer.orgNo}>
                {t('token.build.delegated', { customer: consumer.name })}
              </SelectOption>
            ))}
          </Select>
        </Field>
        <SubmitButton>{t('token.build.build')}</SubmitButton>
      </form>
      {scopes.length > 0 && key && (
        <>
          <p className="max-w-[42rem]">{t('token.build.run')}</p>
          <CodeBlock
            label={t('token.build.program')}
            code={grantProgram(
              prepareGrant({
                clientId: client.clientId,
                key,
                scopes,
                systemUser: customer?.user,
                consumerOrgNo: delegator?.orgNo,
              }),
            )}
          />
        </>
      )}
    </>
  );
}
