import { ButtonLink } from '#app/_ui/button-link.tsx';
import { Alert, Heading } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { problemText } from '#lib/i18n/problem-texts.ts';
import type { ApiDelegationPreview } from '#lib/maskinporten/delegations/preview-api-delegation.ts';
import type { Organisation } from '#lib/parties/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../_parts/acting-for.tsx';
import { apiTitle, delegationHref } from '../../../_parts/api-words.ts';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { addressOf } from '../../../_parts/page-query.ts';
import { PartyLine } from '../../../_parts/party-line.tsx';
import { ScopeLines } from '../../../_parts/scope-lines.tsx';
import { delegate } from './actions.ts';

/** What the supplier would get, in words, and the press that gives it. */
export async function Confirm({
  preview: { api, supplier, isGiven, hasAccess },
  organisation,
  problem,
}: {
  readonly preview: ApiDelegationPreview;
  readonly organisation: Organisation;
  readonly problem: string | undefined;
}) {
  const t = await translator('delegations');
  const language = await pageLanguage();
  const names = { api: apiTitle(api, language), supplier: supplier.name, organisation: organisation.name };
  const refusal = problem && problemText(language, problem);
  return (
    <>
      {refusal && (
        <Alert data-color="danger" role="alert">
          {refusal}
        </Alert>
      )}
      <PageHeading
        above={<PartyLine {...supplier} />}
        title={t('wizard.confirmTitle', names)}
        lead={t('wizard.confirmLead', names)}
      />
      <section className="flex flex-col gap-3">
        <Heading level={2} data-size="xs">
          {t('detail.mayDo')}
        </Heading>
        <ScopeLines scopes={api.scopes} />
      </section>
      {isGiven ? (
        <Alert data-color="info">
          <p>{t('wizard.exists', names)}</p>
          <ButtonLink href={delegationHref({ supplier, api: api.resourceId })} variant="secondary">
            {t('wizard.seeExisting')}
          </ButtonLink>
        </Alert>
      ) : (
        <>
          {!hasAccess && (
            <Alert data-color="warning">{t('wizard.noAccess', { ...names, owner: api.owner.name })}</Alert>
          )}
          <form action={delegate}>
            <ActingFor orgUuid={organisation.uuid} />
            <input type="hidden" name="api" value={api.resourceId} />
            <input type="hidden" name="supplier" value={supplier.orgNo} />
            <SubmitButton>{t('wizard.confirm', names)}</SubmitButton>
          </form>
        </>
      )}
      <p>
        <TextLink href={addressOf('/delegations/new', { api: api.resourceId })}>{t('wizard.anotherSupplier')}</TextLink>
      </p>
    </>
  );
}
