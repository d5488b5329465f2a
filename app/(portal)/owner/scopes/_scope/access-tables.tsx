import type { ReactNode } from 'react';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { NamedAccess } from '#lib/maskinporten/scopes/schema.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../_parts/acting-for.tsx';
import { give } from '../actions.ts';
import { RemoveForm } from './remove-form.tsx';
import { scopeHref } from './scope-href.ts';

type Props = { readonly accesses: readonly NamedAccess[]; readonly orgUuid: string };

/** Organisations that have access, since when, each with the way to take it away. */
export async function AccessTable({ accesses, orgUuid }: Props) {
  const t = await translator('owner');
  return (
    <ConsumerTable
      caption={t('scopes.accessTitle')}
      since={t('since')}
      accesses={accesses}
      choices={(access) => <Remove access={access} orgUuid={orgUuid} />}
    />
  );
}

/** Organisations that ask for access. */
export async function AskedTable({ accesses, orgUuid }: Props) {
  const t = await translator('owner');
  return (
    <ConsumerTable
      caption={t('scopes.askedTitle')}
      since={t('scopes.askedAt')}
      accesses={accesses}
      choices={(access) => (
        <div className="flex flex-wrap gap-2">
          <form action={give}>
            <ActingFor orgUuid={orgUuid} />
            <input type="hidden" name="scope" value={access.scope} />
            <input type="hidden" name="orgNos" value={access.consumerOrgNo} />
            <SubmitButton variant="secondary">{t('scopes.approve', { name: access.consumerName })}</SubmitButton>
          </form>
          <Remove access={access} orgUuid={orgUuid} />
        </div>
      )}
    />
  );
}

async function ConsumerTable({
  caption,
  since,
  accesses,
  choices,
}: {
  readonly caption: string;
  readonly since: string;
  readonly accesses: readonly NamedAccess[];
  readonly choices: (access: NamedAccess) => ReactNode;
}) {
  const t = await translator('owner');
  const language = await pageLanguage();
  return (
    <DataTable
      caption={caption}
      columns={[t('organisation'), t('orgNo'), since, t('actions')]}
      rows={accesses.map((access) => ({
        key: access.consumerOrgNo,
        cells: [
          access.consumerName,
          <OrgNo key="orgNo" orgNo={access.consumerOrgNo} />,
          <Moment key="since" at={access.updatedAt} language={language} />,
          choices(access),
        ],
      }))}
    />
  );
}

async function Remove({ access, orgUuid }: { readonly access: NamedAccess; readonly orgUuid: string }) {
  const t = await translator('owner');
  const asked = access.state === 'REQUESTED';
  const name = { name: access.consumerName };
  return (
    <ConfirmDialog
      trigger={asked ? t('scopes.reject', name) : t('scopes.remove', name)}
      fallbackHref={`${scopeHref(access.scope)}/remove?orgNo=${access.consumerOrgNo}`}
      variant="tertiary"
      title={asked ? t('scopes.rejectTitle', name) : t('scopes.removeTitle', name)}
      close={t('close')}
    >
      <RemoveForm access={access} orgUuid={orgUuid} />
    </ConfirmDialog>
  );
}
