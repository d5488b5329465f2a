import { problemText } from '#lib/i18n/problem-texts.ts';
import { pageLanguage, texts, translator } from '#lib/session/translator.ts';

/** Says why nothing was sent for a line, by the code that it was refused with. */
export async function reasonText(code: string): Promise<string> {
  const { faults } = (await texts('vendor')).requests.many;
  const own = Object.entries(faults).find(([fault]) => fault === code)?.[1];
  if (own !== undefined) return own;
  if (code === '403') return (await translator('vendor'))('customers.asking.noPower');
  return problemText(await pageLanguage(), code) ?? code;
}
