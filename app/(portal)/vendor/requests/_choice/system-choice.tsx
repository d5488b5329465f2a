import { Field, Label, Select, SelectOption } from '#app/_ui/ds.ts';
import type { RegisteredSystem } from '#lib/register/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

/** Which of the vendor's systems a request is for. */
export async function SystemChoice({
  systems,
  chosen,
}: {
  readonly systems: readonly RegisteredSystem[];
  readonly chosen: string;
}) {
  const t = await translator('vendor');
  const language = await pageLanguage();
  return (
    <Field>
      <Label htmlFor="system">{t('requests.form.system')}</Label>
      <Select id="system" name="system" defaultValue={chosen || systems[0]?.systemId || ''}>
        {systems.map(({ systemId, name }) => (
          <SelectOption key={systemId} value={systemId}>
            {name[language]}
          </SelectOption>
        ))}
      </Select>
    </Field>
  );
}
