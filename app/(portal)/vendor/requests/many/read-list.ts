import type { FormError } from '#app/_ui/form-errors.tsx';
import { decodeList } from '#lib/requests/request-jobs/decode-list.ts';
import { parseLines } from '#lib/requests/request-jobs/lines.ts';
import { LINES_MAX, LIST_MAX_CHARACTERS } from '#lib/requests/request-jobs/model.ts';
import { translator } from '#lib/session/translator.ts';

type List = { readonly text: string; readonly isTwofold: boolean };

/** The list of a form: what was pasted, or what is in the file. When both are there, what was pasted stays. */
export async function readList(form: FormData): Promise<List> {
  const pasted = form.get('list');
  const file = form.get('file');
  const text = typeof pasted === 'string' ? pasted.replaceAll('\r\n', '\n') : '';
  if (!(file instanceof File) || file.size === 0) return { text, isTwofold: false };
  if (text.trim() !== '') return { text, isTwofold: true };
  return { text: decodeList(new Uint8Array(await file.arrayBuffer())).replace(/^\uFEFF/, ''), isTwofold: false };
}

/** Why nothing can be said of a list at all. */
export async function faultOf({ text, isTwofold }: List): Promise<FormError | undefined> {
  const t = await translator('vendor');
  if (isTwofold) return { fieldId: 'file', text: t('requests.many.errors.both') };
  const limits = { lines: LINES_MAX, characters: LIST_MAX_CHARACTERS };
  const long = { fieldId: 'list', text: t('requests.many.errors.long', limits) };
  if (text.length > LIST_MAX_CHARACTERS) return long;
  const { length } = parseLines(text);
  if (length === 0) return { fieldId: 'list', text: t('requests.many.errors.empty') };
  return length > LINES_MAX ? long : undefined;
}
