import { Alert } from '#app/_ui/ds.ts';
import { Notice } from '#app/_ui/notice.tsx';
import { problemText } from '#lib/i18n/problem-texts.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

/** Values of a page's query, each given once or several times. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The one value of a query parameter; the first when there are several. */
export function one(query: Query, name: string): string | undefined {
  const value = query[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Says what a form just did (`?done=`) or why it was refused (`?problem=`), in the reader's language. */
export async function Outcome({
  query,
  done,
}: {
  readonly query: Query;
  /** What stands for each value of `done`. */
  readonly done: Readonly<Record<string, string>>;
}) {
  const common = await translator('common');
  const doneCode = one(query, 'done');
  const problem = one(query, 'problem');
  const said = doneCode !== undefined && Object.hasOwn(done, doneCode) ? done[doneCode] : undefined;
  if (said) return <Notice key={doneCode} text={said} close={common('actions.close')} />;
  if (problem === undefined) return null;
  const text = problem === 'forbidden' ? common('forms.forbidden') : problemText(await pageLanguage(), problem);
  return (
    <Alert data-color="danger" role="alert">
      {text ?? common('forms.failed')}
    </Alert>
  );
}
