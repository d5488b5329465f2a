import { formatOrgNo } from '#lib/i18n/format.ts';
import { translator } from '#lib/session/translator.ts';

/** An organisation by its name in the register and its number, which stays on one line in digits of one width. */
export async function PartyLine({ name, orgNo }: { readonly name: string; readonly orgNo: string }) {
  return (
    <>
      <bdi>{name}</bdi>, <NumberLine orgNo={orgNo} />
    </>
  );
}

/** `org.nr. 313 300 307`. */
export async function NumberLine({ orgNo }: { readonly orgNo: string }) {
  const t = await translator('common');
  return <span className="tnum whitespace-nowrap">{t('orgNo', { orgNo: formatOrgNo(orgNo) })}</span>;
}
