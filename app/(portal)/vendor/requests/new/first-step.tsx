import { CardBox } from '#app/_ui/card-box.tsx';
import { Field, Fieldset, FieldsetLegend, Label, Radio, Select, SelectOption, Textfield } from '#app/_ui/ds.ts';
import { FormErrors } from '#app/_ui/form-errors.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { formatOrgNo } from '#lib/i18n/format.ts';
import type { PageOf } from '#lib/kernel/pages.ts';
import type { RegisteredSystem } from '#lib/register/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ListSearch } from '../../../_parts/list-search.tsx';
import { formTexts } from '../../_parts/form-texts.ts';

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
  const language = await pageLanguage();
  const { summary, titlePrefix } = await formTexts();
  const orgNo = formatOrgNo(chosen.orgNo);
  const unknown = isOrgNo ? t('requests.form.errors.unknown', { orgNo }) : t('requests.form.errors.orgNo');
  return (
    <CardBox>
      <ListSearch
        label={t('requests.form.findSystem')}
        query={query}
        total={systems.total}
        shown={systems.rows.length}
        kept={{ kind: chosen.kind }}
      />
      {systems.rows.length === 0 && <p>{t('systems.notFound')}</p>}
      <form method="get" action="/vendor/requests/new" className="flex flex-col items-start gap-6" noValidate>
        <Field>
          <Label htmlFor="system">{t('requests.form.system')}</Label>
          <Select id="system" name="system" defaultValue={chosen.system || systems.rows[0]?.systemId || ''}>
            {systems.rows.map(({ systemId, name }) => (
              <SelectOption key={systemId} value={systemId}>
                {name[language]}
              </SelectOption>
            ))}
          </Select>
        </Field>
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
        <Fieldset>
          <FieldsetLegend>{t('requests.form.kind')}</FieldsetLegend>
          <Radio
            name="kind"
            value="standard"
            label={t('requests.form.kindStandard')}
            defaultChecked={chosen.kind === 'standard'}
          />
          <Radio
            name="kind"
            value="agent"
            label={t('requests.form.kindAgent')}
            description={t('requests.form.kindAgentHint')}
            defaultChecked={chosen.kind === 'agent'}
          />
        </Fieldset>
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
