import { CardBox } from '#app/_ui/card-box.tsx';
import { Alert, Details, DetailsContent, DetailsSummary } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Context } from '#lib/context/context.ts';
import type { RegisteredSystem } from '#lib/register/model.ts';
import { findAskable } from '#lib/requests/askable.ts';
import { LINES_MAX } from '#lib/requests/request-jobs/model.ts';
import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { addressOf } from '../../../_parts/page-query.ts';
import { RefusableForm } from '../../../_parts/refusable-form.tsx';
import { formTexts } from '../../_parts/form-texts.ts';
import { LetterPreview } from '../../_parts/letter-preview.tsx';
import { send } from './actions.ts';

/** Whom to ask, and how they will see it. */
export async function ListStep({
  context,
  system,
  kind,
  orgUuid,
}: {
  readonly context: Context;
  readonly system: RegisteredSystem;
  readonly kind: 'standard' | 'agent';
  readonly orgUuid: string;
}) {
  const t = await translator('vendor');
  const { systemId, name } = system;
  const { resources, packages } = await findAskable(context.db, system, kind);
  const open = resources.filter(({ delegable }) => delegable);
  if (open.length + packages.length === 0) {
    return (
      <Alert data-color="warning">
        <p>{t('requests.form.noNeeds')}</p>
        <p>
          <TextLink href={`/vendor/systems/${encodeURIComponent(systemId)}/edit`}>{t('systems.edit')}</TextLink>
        </p>
      </Alert>
    );
  }
  return (
    <>
      <CardBox>
        <div>
          <p className="text-lg font-medium">{name[await pageLanguage()]}</p>
          <p className="text-text-subtle">{t(`kinds.${kind}`)}</p>
        </div>
        <p>{t('requests.many.asksAll')}</p>
        <p>
          <TextLink href={addressOf('/vendor/requests/many', { kind })}>{t('requests.many.otherSystem')}</TextLink>
        </p>
        <ListForm orgUuid={orgUuid} systemId={systemId} kind={kind} />
      </CardBox>
      <Details>
        <DetailsSummary>{t('requests.many.preview')}</DetailsSummary>
        <DetailsContent>
          <LetterPreview
            db={context.db}
            system={system}
            customer={t('systems.previewCustomer')}
            kind={kind}
            lines={{
              resourceIds: open.map(({ identifier }) => identifier),
              packageUrns: packages.map(({ urn }) => urn),
            }}
          />
        </DetailsContent>
      </Details>
    </>
  );
}

async function ListForm(hidden: { readonly orgUuid: string; readonly systemId: string; readonly kind: string }) {
  const t = await translator('vendor');
  return (
    <RefusableForm
      action={send}
      keptAs="many"
      parts={[
        { kind: 'hidden', name: ACTING_FOR_FIELD, value: hidden.orgUuid },
        { kind: 'hidden', name: 'systemId', value: hidden.systemId },
        { kind: 'hidden', name: 'kind', value: hidden.kind },
        {
          kind: 'text',
          name: 'list',
          label: t('requests.many.list'),
          description: t('requests.many.listHint', { max: LINES_MAX }),
          rows: 10,
        },
        { kind: 'file', name: 'file', label: t('requests.many.file'), accept: '.csv,.txt,text/csv,text/plain' },
      ]}
      texts={{ ...(await formTexts()), submit: t('requests.many.check') }}
    />
  );
}
