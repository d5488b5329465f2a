import { Button, Textfield } from '#app/_ui/ds.ts';
import { translator } from '#lib/session/translator.ts';
import { Choice } from './choice.tsx';
import type { TrailFilter as Filter } from './trail-query.ts';

const TEXT_MAX_CHARACTERS = 100;

/** Narrows a trail by a plain GET form, so that what is shown has an address. */
export async function TrailFilter({
  filter: { kind, party, about, from, to },
  kinds,
  aboutLabel,
}: {
  readonly filter: Filter<string>;
  readonly kinds: readonly (readonly [kind: string, text: string])[];
  readonly aboutLabel: string;
}) {
  const t = await translator('activity');
  const text = { autoComplete: 'off', maxLength: TEXT_MAX_CHARACTERS, className: 'w-full max-w-[20rem]' };
  return (
    <search>
      <form method="get" className="flex flex-wrap items-end gap-4">
        <Choice name="kind" label={t('narrow.kind')} chosen={kind} options={kinds} />
        <Textfield id="party" name="party" label={t('narrow.party')} defaultValue={party} {...text} />
        <Textfield id="about" name="about" label={aboutLabel} defaultValue={about} {...text} />
        <Textfield id="from" name="from" type="date" label={t('narrow.from')} defaultValue={from} />
        <Textfield id="to" name="to" type="date" label={t('narrow.to')} defaultValue={to} />
        <Button type="submit" variant="secondary">
          {t('narrow.show')}
        </Button>
      </form>
    </search>
  );
}
