import { LANGUAGE_NAMES, LANGUAGES } from '#lib/i18n/languages.ts';
import { currentPath } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { LanguageLinks } from './language-links.tsx';

/** The three languages, each in its own words; choosing one keeps the address. */
export async function LanguageSwitch() {
  const t = await translator('common');
  const current = await pageLanguage();
  const path = await currentPath();
  const links = LANGUAGES.map((language) => ({
    language,
    name: LANGUAGE_NAMES[language],
    href: `${path}${path.includes('?') ? '&' : '?'}lang=${language}`,
  }));
  return <LanguageLinks label={t('language.label')} current={current} links={links} />;
}
