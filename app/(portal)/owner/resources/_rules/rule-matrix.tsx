import { CardBox } from '#app/_ui/card-box.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { Heading } from '#app/_ui/ds.ts';
import type { PolicySummary } from '#lib/resources/policies/policy-summary.ts';
import { translator } from '#lib/session/translator.ts';
import { actionWord, type SubjectNamer } from './words.ts';

/** Every subject of a policy against every action. */
export async function RuleMatrix({
  summary,
  nameOf,
}: {
  readonly summary: PolicySummary;
  readonly nameOf: SubjectNamer;
}) {
  const t = await translator('owner');
  return (
    <CardBox>
      <Heading level={2} data-size="xs">
        {t('rules.matrix')}
      </Heading>
      <DataTable
        caption={t('rules.matrix')}
        columns={[t('rules.who'), ...summary.actions.map((action) => actionWord(t, action))]}
        rows={summary.matrix.map(({ subject, actions }) => ({
          key: nameOf(subject),
          cells: [
            nameOf(subject),
            ...summary.actions.map((action) => (actions.includes(action) ? t('rules.may') : '–')),
          ],
        }))}
      />
    </CardBox>
  );
}
