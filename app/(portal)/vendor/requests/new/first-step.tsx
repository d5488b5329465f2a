import { CardBox } from '#app/_ui/card-box.tsx';
import { Textfield } from '#app/_ui/ds.ts';
import { FormErrors } from '#app/_ui/form-errors.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { formatOrgNo } from '#lib/i18n/format.ts';
import type { PageOf } from '#lib/kernel/pages.ts';
import type { RegisteredSystem } from '#lib/register/model.ts';
import { translator } from '#lib/session/translator.ts';
import { formTexts } from '../../_parts/form-texts.ts';
import { FindSystem } from '../_choice/find-system.tsx';
import { KindChoice } from '../_choice/kind-choice.tsx';
import { SystemChoice } from '../_choice/system-choice.tsx';

/** Which system, which customer and for whom: a plain GET form, so the second step has an address. */
export async function FirstStep({
  systems,
  query,
  chosen,
  tried,
  isOrgNo,
}: {
  readonly systems: PageOf<RegisteredSystem>;
  /** Words that the system was searched by. */
  readonly query: string;
  readonly chosen: { readonly system: string; readonly orgNo: string; readonly kind: 'standard' | 'agent' };
  readonly tried: boolean;
  readonly isOrgNo: boolean;
}) {
  const t = await translator('vendor');
  const { summary, titlePrefix } = await formTexts();
  const orgNo = formatOrgNo(chosen.orgNo);
  const unknown = isOrgNo ? t('requests.form.errors.unknown', { orgNo }) : t('requests.form.errors.orgNo');
  return (
    <CardBox>
      <FindSystem systems={systems} query={query} kind={chosen.kind} />
      <form method="get" action="/vendor/requests/new" className="flex flex-col items-start gap-6" noValidate>
        <SystemChoice systems={systems.rows} chosen={chosen.system} />
        <Textfield
          id="orgNo"
          name="orgNo"
          label={t('requests.form.orgNo')}
          description={t('requests.form.orgNoHint')}
          defaultValue={orgNo}
          error={tried ? unknown : undefined}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          className="w-full max-w-[20rem]"
        />
        <KindChoice chosen={chosen.kind} />
        <FormErrors
          heading={summary}
          titlePrefix={titlePrefix}
          errors={tried ? [{ fieldId: 'orgNo', text: unknown }] : []}
        />
        <SubmitButton>{t('requests.form.next')}</SubmitButton>
      </form>
    </CardBox>
  );
}
