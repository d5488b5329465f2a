import { Fieldset, FieldsetLegend, Radio } from '#app/_ui/ds.ts';
import { translator } from '#lib/session/translator.ts';

/** Whether the system is to act for the customer itself, or for the customer's clients. */
export async function KindChoice({ chosen }: { readonly chosen: 'standard' | 'agent' }) {
  const t = await translator('vendor');
  return (
    <Fieldset>
      <FieldsetLegend>{t('requests.form.kind')}</FieldsetLegend>
      <Radio
        name="kind"
        value="standard"
        label={t('requests.form.kindStandard')}
        defaultChecked={chosen === 'standard'}
      />
      <Radio
        name="kind"
        value="agent"
        label={t('requests.form.kindAgent')}
        description={t('requests.form.kindAgentHint')}
        defaultChecked={chosen === 'agent'}
      />
    </Fieldset>
  );
}
