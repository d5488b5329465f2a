import { Field, Input, Label, Select, SelectOption } from '#app/_ui/ds.ts';
import { SearchForm } from '#app/_ui/search-form.tsx';
import { OUTCOMES, type Outcome } from '#lib/sandbox/journal/model.ts';
import { translator } from '#lib/session/translator.ts';

/** What a reader has chosen to see; '' and `undefined` stand for all. */
export type Chosen = {
  readonly path: string;
  readonly client: string;
  readonly outcome: Outcome | undefined;
  readonly trace: string | undefined;
};

/** Narrows the journal by address, client and outcome. */
export async function Filter({ chosen }: { readonly chosen: Chosen }) {
  const t = await translator('journal');
  return (
    <SearchForm label={t('filter.path')} button={t('filter.search')} query={chosen.path}>
      <Field className="w-full max-w-[24rem]">
        <Label>{t('filter.client')}</Label>
        <Input name="client" defaultValue={chosen.client} autoComplete="off" maxLength={100} />
      </Field>
      <Field>
        <Label htmlFor="outcome">{t('filter.outcome')}</Label>
        <Select id="outcome" name="outcome" defaultValue={chosen.outcome ?? ''}>
          <SelectOption value="">{t('filter.all')}</SelectOption>
          {OUTCOMES.map((outcome) => (
            <SelectOption key={outcome} value={outcome}>
              {t(`outcomes.${outcome}`)}
            </SelectOption>
          ))}
        </Select>
      </Field>
    </SearchForm>
  );
}
