import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import { translator } from '#lib/session/translator.ts';
import { formTexts } from '../../../_parts/form-texts.ts';
import { RefusableForm } from '../../../_parts/refusable-form.tsx';
import { setLevel, upload } from './actions.ts';

type Props = { readonly identifier: string; readonly orgUuid: string };

/** The authentication level that people must have. */
export async function LevelForm({ identifier, orgUuid, level }: Props & { readonly level: number | undefined }) {
  const t = await translator('owner');
  return (
    <RefusableForm
      action={setLevel}
      parts={[
        { kind: 'hidden', name: ACTING_FOR_FIELD, value: orgUuid },
        { kind: 'hidden', name: 'identifier', value: identifier },
        {
          kind: 'select',
          name: 'level',
          label: t('rules.levelLabel'),
          description: t('rules.levelHint'),
          options: [
            { value: '', text: t('rules.levels.none') },
            { value: '2', text: t('rules.levels.two') },
            { value: '3', text: t('rules.levels.three') },
            { value: '4', text: t('rules.levels.four') },
          ],
          value: level === undefined ? '' : String(level),
        },
      ]}
      texts={await formTexts(t('rules.levelSave'))}
    />
  );
}

/** Replaces the whole policy by a file. */
export async function UploadForm({ identifier, orgUuid }: Props) {
  const t = await translator('owner');
  return (
    <RefusableForm
      action={upload}
      parts={[
        { kind: 'hidden', name: ACTING_FOR_FIELD, value: orgUuid },
        { kind: 'hidden', name: 'identifier', value: identifier },
        {
          kind: 'file',
          name: 'policy',
          label: t('rules.upload'),
          description: t('rules.uploadHint'),
          accept: '.xml,application/xml,text/xml',
        },
      ]}
      texts={await formTexts(t('rules.uploadSave'))}
    />
  );
}
