import { CopyField } from '#app/_ui/copy-field.tsx';
import { Details, DetailsContent, DetailsSummary } from '#app/_ui/ds.ts';
import { LANGUAGES, type Language } from '#lib/i18n/languages.ts';
import { translator } from '#lib/session/translator.ts';

/** Words to send to somebody outside the portal, in the language that they read. */
export async function EmailText({
  to,
  write,
}: {
  /** Whom it is for, where the page has such words for more than one. */
  readonly to?: string;
  readonly write: (language: Language) => string;
}) {
  const t = await translator('common');
  const name = { to: to ?? 'none' };
  return (
    <Details>
      <DetailsSummary>{t('email.title', name)}</DetailsSummary>
      <DetailsContent>
        <div className="flex flex-col gap-5">
          {LANGUAGES.map((language) => (
            <div key={language} lang={language}>
              <CopyField
                label={t(`email.in.${language}`)}
                value={write(language)}
                copy={t(`email.copy.${language}`, name)}
                copied={t('actions.copied')}
                isProse
              />
            </div>
          ))}
        </div>
      </DetailsContent>
    </Details>
  );
}
