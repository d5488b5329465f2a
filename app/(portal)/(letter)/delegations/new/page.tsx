import type { Metadata } from 'next';
import { StepIndicator } from '#app/_ui/step-indicator.tsx';
import { ProblemError } from '#lib/kernel/errors.ts';
import {
  type ApiDelegationPreview,
  previewApiDelegation,
} from '#lib/maskinporten/delegations/preview-api-delegation.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { one, type Query } from '../../../_parts/outcome.tsx';
import { readPageQuery } from '../../../_parts/page-query.ts';
import { ChooseSupplier } from './choose-supplier.tsx';
import { Confirm } from './confirm.tsx';
import { PickApi } from './pick-api.tsx';

type Props = { readonly searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('delegations'))('create') };
}

/** Letting a supplier use an API: pick it, say who, see what it means, confirm. Each step stands in the address. */
export default async function NewDelegationPage({ searchParams }: Props) {
  const { organisation } = await requireParty();
  const common = await translator('common');
  const query = await searchParams;
  const api = one(query, 'api');
  const supplier = one(query, 'supplier')?.replace(/\s/g, '');
  const preview = api !== undefined && supplier !== undefined ? await previewOf(api, supplier) : undefined;
  const current = api === undefined ? 1 : typeof preview === 'object' ? 3 : 2;
  return (
    <>
      <StepIndicator text={common('steps', { current: String(current), total: '3' })} current={current} total={3} />
      {api === undefined ? (
        <PickApi query={readPageQuery(query)} />
      ) : typeof preview === 'object' ? (
        <Confirm preview={preview} organisation={organisation} problem={one(query, 'problem')} />
      ) : (
        <ChooseSupplier api={api} supplier={supplier} problem={preview} />
      )}
    </>
  );
}

/** What the delegation would mean, or the code of what is wrong with the supplier's number. */
async function previewOf(api: string, supplierOrgNo: string): Promise<ApiDelegationPreview | string> {
  const { context, organisation } = await requireParty();
  const preview = previewApiDelegation(context, { consumerOrgNo: organisation.orgNo, supplierOrgNo, api });
  return ask(
    preview.catch((error: unknown) => {
      if (!(error instanceof ProblemError) || error.code === undefined || error.code === 'api_not_found') throw error;
      return error.code;
    }),
  );
}
