import { TextLink } from '#app/_ui/text-link.tsx';
import type { Activity } from '#lib/audit/list-activity.ts';
import { codeOf } from '#lib/resources/access-packages/model.ts';

/** What an event was about, by name where it is a party's, and linked where the operator has a page of it. */
export function Subject({ event, names }: { readonly event: Activity; readonly names: ReadonlyMap<string, string> }) {
  const name = names.get(event.subjectId);
  const shown = name ? <bdi>{name}</bdi> : <code className="text-sm break-all">{event.subjectId}</code>;
  const href = subjectPage(event);
  return href ? <TextLink href={href}>{shown}</TextLink> : shown;
}

function subjectPage({ subjectType, subjectId, ownerOrgNo }: Activity): string | undefined {
  switch (subjectType) {
    case 'agreement':
    case 'organisation':
      return `/platform/vendors/${subjectId}`;
    case 'prefix':
      return ownerOrgNo && `/platform/owners/${ownerOrgNo}`;
    case 'access-package':
      return `/platform/packages/${encodeURIComponent(codeOf(subjectId))}`;
    case 'signing-key':
      return '/platform/health';
    default:
      return undefined;
  }
}
