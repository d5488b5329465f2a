import { formatList } from '#lib/i18n/format.ts';
import { textIn } from '#lib/resources/access-packages/model.ts';
import type { LanguageTexts } from '#lib/resources/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

/** Says in which services a person must still sign, whatever the system may do; nothing when there are none. */
export async function MustSign({ services }: { readonly services: readonly LanguageTexts[] }) {
  const text = await mustSignText(services);
  return text && <p className="text-sm font-medium">{text}</p>;
}

/** The same as a text; `undefined` when there are none. */
export async function mustSignText(services: readonly LanguageTexts[]): Promise<string | undefined> {
  if (services.length === 0) return undefined;
  const t = await translator('requests');
  const language = await pageLanguage();
  return t('personMustSign', {
    services: formatList(
      language,
      services.map((title) => textIn(title, language)),
    ),
  });
}
