import { currentPath } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';

/** What a missing page says: at the address of a request what to ask the vendor for (`ui.md` §5.4). */
export async function notFoundTexts(): Promise<{ readonly title: string; readonly text: string }> {
  if (/^\/requests\/./.test(await currentPath())) {
    const t = await translator('requests');
    return { title: t('unknown.title'), text: t('unknown.text') };
  }
  const t = await translator('errors');
  return { title: t('notFound.title'), text: t('notFound.text') };
}
