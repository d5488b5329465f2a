import type { Context } from '../../context/context.ts';
import type { PageOf } from '../../kernel/pages.ts';
import { assertPowerAt, type PartyKey } from '../../parties/assert-power-at.ts';
import { findOrganisationNames } from '../../parties/find-party.ts';
import { findSystems } from '../../register/find-system.ts';
import type { Texts } from '../../register/model.ts';
import { countClientsOf } from '../../systemusers/clients/client-delegations.ts';
import { delegationsOfAll } from '../../systemusers/delegations.ts';
import { countOwned, listOwned, type OwnedQuery } from '../../systemusers/list-owned.ts';
import { lastUseOf, type SystemUser } from '../../systemusers/model.ts';

/** A system user as an organisation's own list shows it. */
export type OwnSystemUserSummary = {
  readonly user: SystemUser;
  readonly systemName: Texts;
  readonly vendor: { readonly orgNo: string; readonly name: string };
  readonly rights: number;
  readonly packages: number;
  /** How many clients an agent acts for; 0 for a standard one. */
  readonly clients: number;
  /** When a token was last fetched for it, or a decision last asked about it. */
  readonly lastUsedAt: Date | undefined;
};

/**
 * Lists what can act for an organisation, or what has ended, a page at a time; and counts, without any search, what there
 * is of those, and how many are in use.
 * @throws BareError 401, 403 without the overview.
 */
export async function listOwnSystemUsers(
  context: Context,
  { party, ...query }: { readonly party: PartyKey } & OwnedQuery,
): Promise<PageOf<OwnSystemUserSummary> & { readonly all: number; readonly active: number }> {
  const { organisation } = await assertPowerAt(context, party, 'system-user-overview.read');
  const { db } = context;
  const { orgNo } = organisation;
  const page = await listOwned(db, orgNo, query);
  const active = await countOwned(db, orgNo, { ended: false });
  const all = query.ended ? await countOwned(db, orgNo, { ended: true }) : active;
  return { ...page, rows: await summarize(context, page.rows), all, active };
}

async function summarize({ db }: Context, users: readonly SystemUser[]): Promise<readonly OwnSystemUserSummary[]> {
  const ids = users.map(({ id }) => id);
  const systems = await findSystems(
    db,
    users.map(({ systemInternalId }) => systemInternalId),
  );
  const vendors = await findOrganisationNames(
    db,
    users.map(({ vendorOrgNo }) => vendorOrgNo),
  );
  const delegationsOf = await delegationsOfAll(db, ids);
  const clients = await countClientsOf(db, ids);
  return users.map((user) => {
    const { systemId, vendorOrgNo } = user;
    const { rights, packages } = delegationsOf(user.id);
    return {
      user,
      systemName: systems.get(user.systemInternalId)?.name ?? { nb: systemId, nn: systemId, en: systemId },
      vendor: { orgNo: vendorOrgNo, name: vendors.get(vendorOrgNo) ?? vendorOrgNo },
      rights: rights.length,
      packages: packages.length,
      clients: clients.get(user.id) ?? 0,
      lastUsedAt: lastUseOf(user),
    };
  });
}
