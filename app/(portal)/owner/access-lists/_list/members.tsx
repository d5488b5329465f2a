import { DataTable } from '#app/_ui/data-table.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { AccessList, AccessListMember } from '#lib/resources/access-lists/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../_parts/acting-for.tsx';
import { removeMember } from '../actions.ts';

/** Who is on a list, since when, each with the way off it. */
export async function Members({
  list,
  members,
  next,
  orgUuid,
}: {
  readonly list: AccessList;
  readonly members: readonly AccessListMember[];
  readonly next: string | undefined;
  readonly orgUuid: string;
}) {
  const t = await translator('owner');
  const common = await translator('common');
  const language = await pageLanguage();
  if (members.length === 0) return <p>{t('lists.noMembers')}</p>;
  return (
    <>
      <DataTable
        caption={t('lists.members')}
        columns={[t('organisation'), t('orgNo'), t('since'), t('actions')]}
        rows={members.map((member) => ({
          key: member.orgNo,
          cells: [
            member.name,
            <OrgNo key="orgNo" orgNo={member.orgNo} />,
            <Moment key="since" at={member.since} language={language} />,
            <form key="remove" action={removeMember}>
              <ActingFor orgUuid={orgUuid} />
              <input type="hidden" name="identifier" value={list.identifier} />
              <input type="hidden" name="orgNo" value={member.orgNo} />
              <SubmitButton variant="tertiary" color="danger">
                {t('lists.remove', { name: member.name })}
              </SubmitButton>
            </form>,
          ],
        }))}
      />
      {next && (
        <TextLink href={`/owner/access-lists/${list.identifier}?after=${encodeURIComponent(next)}`}>
          {common('pagination.next')}
        </TextLink>
      )}
    </>
  );
}
