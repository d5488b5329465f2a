'use server';

import { actionContext } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { field } from '../../_parts/form-state.ts';
import { isPrivateKey } from '../_parts/private-key.ts';
import { type Explanation, explain } from './explain.ts';

/** What the page shows after a press: an explanation, or what is wrong with what was pasted. */
export type TokenState = { readonly error: string } | { readonly explanation: Explanation };

/** Explains a pasted JWT. It is read and forgotten: neither stored, logged, nor sent back. */
export async function tryToken(_: TokenState | undefined, form: FormData): Promise<TokenState> {
  const t = await translator('vendor');
  const text = field(form, 'jwt').replace(/^Bearer\s+/i, '');
  if (text === '') return { error: t('token.missing') };
  if (isPrivateKey(text)) return { error: t('token.privateSent') };
  const explanation = await explain(await actionContext(form), text, { t, language: await pageLanguage() });
  return explanation ? { explanation } : { error: t('token.unreadable') };
}
