'use server';

import { parseOrgNo, parsePersonNo } from '#lib/kernel/brands.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { lookUpParty } from '#lib/systemusers/look-up-party.ts';
import { type AnsweredState, field, incompleteForm, refusedForm, valuesOf } from '../../_parts/form-state.ts';
import { toAnswer } from './answer.ts';

/** Looks up who can do what, and writes that down. */
export async function lookUp(_: AnsweredState | undefined, form: FormData): Promise<AnsweredState | undefined> {
  const context = await actionContext(form);
  const t = await translator('platform');
  const digits = field(form, 'number').replace(/\s/g, '');
  const orgNo = parseOrgNo(digits);
  const personNo = parsePersonNo(digits);
  const reason = field(form, 'reason');
  const errors = [
    ...(orgNo || personNo ? [] : [{ fieldId: 'number', text: t('lookup.numberWrong') }]),
    ...(reason === '' ? [{ fieldId: 'reason', text: t('lookup.reasonMissing') }] : []),
  ];
  if (errors.length > 0 || !(orgNo || personNo)) return incompleteForm(form, errors);
  const key = orgNo ? { orgNo } : { personNo: personNo ?? '' };
  try {
    const found = await lookUpParty(context, { key, reason });
    return { values: valuesOf(form), errors: [], answer: await toAnswer(found, digits) };
  } catch (error) {
    return refusedForm(form, error, await pageLanguage(), (member) => (member === 'reason' ? 'reason' : 'number'));
  }
}
