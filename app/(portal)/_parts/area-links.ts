import { type Area, areasOf, type OwnPage, ownPagesOf } from '#lib/session/areas.ts';
import type { SignedIn } from '#lib/session/page-context.ts';
import { MENUS } from './menus.ts';

/** Where an area begins for the signed-in person; `page` names the page of the organisation's own. */
export type AreaLink = { readonly area: Area; readonly page: OwnPage; readonly href: string };

/** The areas that are open to the signed-in person, the organisation's own first. */
export async function areaLinks(current: SignedIn): Promise<readonly AreaLink[]> {
  const [page = 'requests'] = await ownPagesOf(current);
  return (await areasOf(current)).map((area) => ({
    area,
    page,
    href: area === 'organisation' ? MENUS.organisation[page] : MENUS[area].overview,
  }));
}

/** Where the signed-in person has most to do: the system users, or else the area furthest from everybody's. */
export async function homeLink(current: SignedIn): Promise<AreaLink | undefined> {
  const links = await areaLinks(current);
  return links.find(({ page }) => page === 'systemUsers') ?? links.at(-1);
}
