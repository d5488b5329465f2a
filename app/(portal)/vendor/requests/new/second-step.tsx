import { CardBox } from '#app/_ui/card-box.tsx';
import { Alert, Details, DetailsContent, DetailsSummary } from '#app/_ui/ds.ts';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Context } from '#lib/context/context.ts';
import { formatOrgNo } from '#lib/i18n/format.ts';
import type { Organisation } from '#lib/parties/model.ts';
import type { RegisteredSystem } from '#lib/register/model.ts';
import { findAskable } from '#lib/requests/askable.ts';
import { pageLanguage, texts, translator } from '#lib/session/translator.ts';
import { choiceTexts } from '../../../_parts/choice-texts.ts';
import { formTexts } from '../../_parts/form-texts.ts';
import { LetterPreview } from '../../_parts/letter-preview.tsx';
import { toPackageChoices } from '../../_parts/package-choices.ts';
import { toRightChoice } from '../../_parts/right-choice.ts';
import { RequestForm } from './request-form.tsx';

/** What is asked of the customer, and how the customer will see it. */
export async function SecondStep({
  context,
  system,
  customer,
  kind,
  reference,
  orgUuid,
}: {
  readonly context: Context;
  readonly system: RegisteredSystem;
  readonly customer: Organisation;
  readonly kind: 'standard' | 'agent';
  readonly reference: string;
  readonly orgUuid: string;
}) {
  const t = await translator('vendor');
  const language = await pageLanguage();
  const { form } = (await texts('vendor')).requests;
  const { systemId } = system;
  const { resources, packages } = await findAskable(context.db, system, kind);
  const another = `/vendor/requests/new?${new URLSearchParams({ system: systemId, kind })}`;
  const isEmpty = packages.length + resources.length === 0;
  return (
    <>
      <CardBox>
        <div>
          <p className="text-text-subtle">{t('requests.form.customerIs')}</p>
          <p className="text-lg font-medium">
            <bdi>{customer.name}</bdi>
          </p>
          <p className="text-text-subtle">
            <OrgNo orgNo={customer.orgNo} /> · {system.name[language]} · {t(`kinds.${kind}`)}
          </p>
        </div>
        <p>
          <TextLink href={another}>{t('requests.form.another')}</TextLink>
        </p>
        {isEmpty ? (
          <Alert data-color="warning">
            <p>{t('requests.form.noNeeds')}</p>
            <p>
              <TextLink href={`/vendor/systems/${encodeURIComponent(systemId)}/edit`}>{t('systems.edit')}</TextLink>
            </p>
          </Alert>
        ) : (
          <RequestForm
            orgUuid={orgUuid}
            request={{ systemId, orgNo: customer.orgNo, kind, reference }}
            rights={await Promise.all(resources.map((each) => toRightChoice(context.db, each)))}
            packages={await toPackageChoices(context.db, packages)}
            redirects={system.allowedRedirectUrls}
            texts={{
              ...(await formTexts()),
              reference: form.reference,
              referenceHint: t('requests.form.referenceHint', { orgNo: formatOrgNo(customer.orgNo) }),
              rights: await choiceTexts({ legend: form.rights, hint: form.needsHint }),
              packages: await choiceTexts({ legend: form.packages, hint: form.needsHint }),
              redirect: form.redirect,
              redirectNone: form.redirectNone,
              send: form.send,
            }}
          />
        )}
      </CardBox>
      {!isEmpty && (
        <Details>
          <DetailsSummary>{t('requests.form.preview')}</DetailsSummary>
          <DetailsContent>
            <LetterPreview
              db={context.db}
              system={system}
              customer={customer.name}
              kind={kind}
              lines={{
                resourceIds: resources.map(({ identifier }) => identifier),
                packageUrns: packages.map(({ urn }) => urn),
              }}
            />
          </DetailsContent>
        </Details>
      )}
    </>
  );
}
