import { Textfield } from '#app/_ui/ds.ts';
import { FormErrors } from '#app/_ui/form-errors.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { problemText } from '#lib/i18n/problem-texts.ts';
import { readDelegableApi } from '#lib/maskinporten/delegations/preview-api-delegation.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { apiTitle } from '../../../_parts/api-words.ts';
import { ask } from '../../../_parts/ask.ts';
import { PageHeading } from '../../../_parts/page-heading.tsx';

/** Asks for the supplier's number; the name is shown before anything is given. */
export async function ChooseSupplier({
  api: id,
  supplier,
  problem,
}: {
  readonly api: string;
  readonly supplier: string | undefined;
  /** The code of what was wrong with the number. */
  readonly problem: string | undefined;
}) {
  const { context, organisation } = await requireParty();
  const t = await translator('delegations');
  const common = await translator('common');
  const language = await pageLanguage();
  const api = await ask(readDelegableApi(context, { consumerOrgNo: organisation.orgNo, api: id }));
  const invalid = supplier === organisation.orgNo ? t('wizard.supplierOwn') : t('wizard.supplierWrong');
  const error = problem === 'invalid_request' ? invalid : problem && problemText(language, problem);
  return (
    <>
      <PageHeading
        title={t('wizard.supplierTitle', { api: apiTitle(api, language), organisation: organisation.name })}
      />
      <form method="get" className="flex flex-col items-start gap-4" noValidate>
        <input type="hidden" name="api" value={api.resourceId} />
        <Textfield
          id="supplier"
          name="supplier"
          label={t('wizard.supplier')}
          description={t('wizard.supplierHint')}
          defaultValue={supplier ?? ''}
          error={error}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          className="w-full max-w-[24rem]"
        />
        <FormErrors
          heading={common('errorSummary')}
          titlePrefix={common('errorTitle', { title: '' })}
          errors={error ? [{ fieldId: 'supplier', text: error }] : []}
        />
        <SubmitButton>{common('actions.next')}</SubmitButton>
      </form>
      <p>
        <TextLink href="/delegations/new">{t('wizard.anotherApi')}</TextLink>
      </p>
    </>
  );
}
