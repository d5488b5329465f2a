import { OrgNo } from '#app/_ui/org-no.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Activity } from '#lib/audit/list-activity.ts';
import { translator } from '#lib/session/translator.ts';

/** The organisations that an event concerns, each by name, number and as what; vendors and owners lead to their pages. */
export async function Concerned({
  event,
  names,
}: {
  readonly event: Activity;
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = await translator('platform');
  return (
    <ul className="flex flex-col gap-2">
      {sidesOf(event).map(({ as, orgNo, href }) => {
        const name = <bdi>{names.get(orgNo) ?? orgNo}</bdi>;
        return (
          <li key={orgNo}>
            {href ? <TextLink href={href}>{name}</TextLink> : name}
            <p className="text-sm whitespace-nowrap text-text-subtle">
              {t(`audit.sides.${as}`)} · <OrgNo orgNo={orgNo} />
            </p>
          </li>
        );
      })}
    </ul>
  );
}

type Side = { readonly as: 'customer' | 'vendor' | 'owner' | 'behalf'; readonly orgNo: string; readonly href?: string };

/** One that is concerned in several ways is named once. */
function sidesOf({ partyOrgNo, vendorOrgNo, ownerOrgNo, onBehalfOf }: Activity): readonly Side[] {
  const sides: readonly Side[] = [
    ...(partyOrgNo ? [{ as: 'customer' as const, orgNo: partyOrgNo }] : []),
    ...(vendorOrgNo ? [{ as: 'vendor' as const, orgNo: vendorOrgNo, href: `/platform/vendors/${vendorOrgNo}` }] : []),
    ...(ownerOrgNo ? [{ as: 'owner' as const, orgNo: ownerOrgNo, href: `/platform/owners/${ownerOrgNo}` }] : []),
    ...(onBehalfOf ? [{ as: 'behalf' as const, orgNo: onBehalfOf }] : []),
  ];
  return sides.filter(({ orgNo }, index) => sides.findIndex((side) => side.orgNo === orgNo) === index);
}
