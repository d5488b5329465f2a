import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { listClients } from '#lib/maskinporten/clients/list-clients.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { texts, translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { readPageQuery } from '../../_parts/page-query.ts';
import { formTexts } from '../_parts/form-texts.ts';
import { one, type Query } from '../_parts/query.ts';
import { BuildGrant } from './build-grant.tsx';
import { TokenForm } from './token-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('token.title') };
}

export default async function TokenPage({ searchParams }: { readonly searchParams: Query }) {
  const { context, organisation } = await requireParty();
  // Whoever may not see the clients may not ask about their grants either.
  await ask(listClients(context, { inactive: true }));
  const given = await searchParams;
  const { client, customer, scope } = given;
  const { query } = readPageQuery(given);
  const choice = { client: one(client), customer: one(customer), scopes: [scope ?? []].flat(), query };
  const { title, lead, input, inputHint, submit, ...words } = (await texts('vendor')).token;
  const { result, checks, header, claims, claimsCaption, claim, value, meaning, trial } = words;
  return (
    <>
      <PageHeading size="md" title={title} lead={lead} />
      <CardBox>
        <TokenForm
          orgUuid={organisation.uuid}
          texts={{
            ...(await formTexts()),
            ...{ input, inputHint, submit, private: words.private },
            ...{ result, checks, header, claims, claimsCaption, claim, value, meaning },
            ...{ trialTitle: trial.title, trialText: trial.text, trialSubmit: trial.submit },
          }}
        />
      </CardBox>
      <BuildGrant context={context} vendorOrgNo={organisation.orgNo} choice={choice} />
    </>
  );
}
