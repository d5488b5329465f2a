'use server';

import { decideAsVendor } from '#lib/authorization/decide-as-vendor.ts';
import { parseOrgNo } from '#lib/kernel/brands.ts';
import { ACTING_FOR_FIELD, actionContext } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { type AnsweredState, field, incompleteForm, refusedForm, valuesOf } from '../../_parts/form-state.ts';
import { isPrivateKey } from '../_parts/private-key.ts';
import { type Explanation, explain } from './explain.ts';
import { type TrialForm, trialForm } from './trial.ts';

/** What the page shows after a press: an explanation, or what is wrong with what was pasted. */
export type TokenState =
  | { readonly error: string }
  | { readonly explanation: Explanation; readonly trial: TrialForm | undefined };

/** Explains a pasted JWT. It is read and forgotten: neither stored, logged, nor sent back. */
export async function tryToken(_: TokenState | undefined, form: FormData): Promise<TokenState> {
  const t = await translator('vendor');
  const text = field(form, 'jwt').replace(/^Bearer\s+/i, '');
  if (text === '') return { error: t('token.missing') };
  if (isPrivateKey(text)) return { error: t('token.privateSent') };
  const context = await actionContext(form);
  const language = await pageLanguage();
  const explanation = await explain(context, text, { t, language });
  if (!explanation) return { error: t('token.unreadable') };
  const { systemUserId } = explanation;
  const actingFor = field(form, ACTING_FOR_FIELD);
  const trial =
    systemUserId === undefined ? undefined : await trialForm(context, systemUserId, { actingFor, language });
  return { explanation, trial };
}

/** Asks the decision point whether a system user of the vendor's may do something. */
export async function tryDecision(_: AnsweredState | undefined, form: FormData): Promise<AnsweredState | undefined> {
  const context = await actionContext(form);
  const t = await translator('vendor');
  const action = field(form, 'action');
  const partyOrgNo = parseOrgNo(field(form, 'party').replace(/\s/g, ''));
  if (action === '' || !partyOrgNo) {
    return incompleteForm(form, [
      ...(action === '' ? [{ fieldId: 'action', text: t('token.trial.actionMissing') }] : []),
      ...(partyOrgNo ? [] : [{ fieldId: 'party', text: t('token.trial.partyWrong') }]),
    ]);
  }
  try {
    const asked = {
      systemUserId: field(form, 'systemUserId'),
      resourceId: field(form, 'resource'),
      action,
      partyOrgNo,
    };
    const decision = await decideAsVendor(context, asked);
    const isPermit = decision === 'Permit';
    const answer = {
      tone: isPermit ? ('success' as const) : ('danger' as const),
      title: t(isPermit ? 'token.trial.permit' : 'token.trial.refused', { action }),
      text: isPermit ? undefined : t('token.trial.refusedText'),
      sections: [],
    };
    return { values: valuesOf(form), errors: [], answer };
  } catch (error) {
    return refusedForm(form, error, await pageLanguage(), () => 'resource');
  }
}
