import { Alert } from '#app/_ui/ds.ts';
import { formatList } from '#lib/i18n/format.ts';
import type { LetterPackage, LetterRight } from '#lib/requests/letter/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { managerName } from './authority-words.ts';

/** Says at a line that the reader cannot give it, why, and who can. */
export async function CannotGive({ line }: { readonly line: LetterRight | LetterPackage }) {
  const t = await translator('requests');
  const language = await pageLanguage();
  const names = line.whoCan.map((manager) => managerName(t, manager));
  return (
    <Alert data-color="warning" data-size="sm">
      <p className="font-medium">{t('cannotGive')}</p>
      <p>
        {t(`refusals.${line.reason ?? 'Unknown'}`)}{' '}
        {names.length > 0 ? t('whoCan', { names: formatList(language, names) }) : t('nobodyCan')}
      </p>
    </Alert>
  );
}
