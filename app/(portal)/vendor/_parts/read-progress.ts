import type { Context } from '#lib/context/context.ts';
import { listClientScopes } from '#lib/maskinporten/clients/list-client-scopes.ts';
import { listClients } from '#lib/maskinporten/clients/list-clients.ts';
import type { ClientWithKeys } from '#lib/maskinporten/clients/read-client.ts';
import { type AgreementView, readAgreement } from '#lib/onboarding/read-agreement.ts';
import { hasOwnSystem } from '#lib/register/read-system.ts';
import { countMissing } from '#lib/requests/bulk/count-missing.ts';
import { countVendorRequests, type VendorRequestCounts } from '#lib/requests/overview/list-vendor-requests.ts';
import { countCustomers } from '#lib/systemusers/customers/list-customers.ts';
import { EXPIRES_SOON_MS } from './expires-soon.ts';
import { isUnderAgreement } from './no-agreement.tsx';

/** The way to the first token, in order. */
export const STEPS = ['agreement', 'client', 'scopes', 'system', 'request', 'token'] as const;
export type Step = (typeof STEPS)[number];

/** Where a vendor stands, and what waits for somebody there. */
export type Progress = {
  readonly agreement: AgreementView['agreement'];
  readonly done: Readonly<Record<Step, boolean>>;
  readonly requests: VendorRequestCounts;
  readonly expiring: readonly {
    readonly client: ClientWithKeys['client'];
    readonly kid: string;
    readonly expiresAt: Date;
  }[];
  /** Customers that have not given everything the system needs. */
  readonly incomplete: number;
  /** The client that the vendor would go on with. */
  readonly clientId: string | undefined;
};

/** Reads a vendor's progress from the things themselves. @throws BareError 401, 403 */
export async function readProgress(context: Context, orgNo: string): Promise<Progress> {
  const { agreement, evidence } = await readAgreement(context, { orgNo });
  const clients = await listClients(context, { inactive: false });
  const requests = await countVendorRequests(context, { vendorOrgNo: orgNo });
  const at = context.now.getTime();
  const withKey = clients.filter(({ keys }) => keys.some(({ expiresAt }) => expiresAt.getTime() > at));
  return {
    agreement,
    done: {
      agreement: await isUnderAgreement(context, orgNo),
      client: withKey.length > 0,
      scopes: await hasUsableScope(context, withKey),
      system: await hasOwnSystem(context),
      request: requests.all > 0 || (await countCustomers(context, { vendorOrgNo: orgNo })) > 0,
      token: evidence.tokenFetched !== undefined,
    },
    requests,
    expiring: clients.flatMap(({ client, keys }) =>
      keys
        .filter(({ expiresAt }) => expiresAt.getTime() - at <= EXPIRES_SOON_MS)
        .map(({ kid, expiresAt }) => ({ client, kid, expiresAt })),
    ),
    incomplete: await countMissing(context, { vendorOrgNo: orgNo }),
    clientId: (withKey[0] ?? clients[0])?.client.clientId,
  };
}

async function hasUsableScope(context: Context, clients: readonly ClientWithKeys[]): Promise<boolean> {
  for (const { client } of clients) {
    const scopes = await listClientScopes(context, { clientId: client.clientId });
    if (scopes.some(({ state }) => state === 'granted' || state === 'open')) return true;
  }
  return false;
}
