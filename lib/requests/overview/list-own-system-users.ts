import type { Context } from '../../context/context.ts';
import { DAY_MS } from '../../kernel/durations.ts';
import type { PageOf } from '../../kernel/pages.ts';
import { assertPowerAt, type PartyKey } from '../../parties/assert-power-at.ts';
import { findOrganisationNames } from '../../parties/find-party.ts';
import { findSystems } from '../../register/find-system.ts';
import type { Texts } from '../../register/model.ts';
import { countClientsOf } from '../../systemusers/clients/client-delegations.ts';
import { delegationsOfAll } from '../../systemusers/delegations.ts';
import { countOwned, listOwned, type OwnedQuery } from '../../systemusers/list-owned.ts';
import { lastUseOf, type SystemUser, UNUSED_AFTER_DAYS } from '../../systemusers/model.ts';

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

/** Those that can act for the organisation, those of them that have not for long, and those that no longer can. */
export type OwnView = 'active' | 'unused' | 'ended';

/**
 * Lists what can act for an organisation, what of that has gone unused, or what has ended, a page at a time; and counts,
 * without any search, what there is of those, how many can act, and how many have gone unused.
 * @throws BareError 401, 403 without the overview.
 */
export async function listOwnSystemUsers(
  context: Context,
  {
    party,
    view,
    ...query
  }: { readonly party: PartyKey; readonly view: OwnView } & Omit<OwnedQuery, 'ended' | 'unusedSince'>,
): Promise<PageOf<OwnSystemUserSummary> & { readonly all: number; readonly active: number; readonly unused: number }> {
  const { organisation } = await assertPowerAt(context, party, 'system-user-overview.read');
  const { db, now } = context;
  const { orgNo } = organisation;
  const unusedSince = new Date(now.getTime() - UNUSED_AFTER_DAYS * DAY_MS);
  const views = {
    active: { ended: false },
    unused: { ended: false, unusedSince },
    ended: { ended: true },
  } as const satisfies Readonly<Record<OwnView, unknown>>;
  const page = await listOwned(db, orgNo, { ...query, ...views[view] });
  const active = await countOwned(db, orgNo, views.active);
  const unused = await countOwned(db, orgNo, views.unused);
  const all = { active, unused, ended: view === 'ended' ? await countOwned(db, orgNo, views.ended) : 0 };
  return { ...page, rows: await summarize(context, page.rows), all: all[view], active, unused };
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
