import { formatOrgNo } from '#lib/i18n/format.ts';

/** An organisation number in groups of three that never break across lines. */
export function OrgNo({ orgNo }: { readonly orgNo: string }) {
  return <span className="tnum whitespace-nowrap">{formatOrgNo(orgNo)}</span>;
}
