import { Notice } from '#app/_ui/notice.tsx';
import { translator } from '#lib/session/translator.ts';

/** What a form on the page before has done, by the word that stands in the address; nothing for an unknown word. */
export async function DoneNotice({
  done,
  words,
}: {
  readonly done: string | string[] | undefined;
  readonly words: Readonly<Record<string, string>>;
}) {
  const text = typeof done === 'string' && Object.hasOwn(words, done) ? words[done] : undefined;
  if (text === undefined) return null;
  const t = await translator('common');
  return <Notice text={text} close={t('actions.close')} />;
}
