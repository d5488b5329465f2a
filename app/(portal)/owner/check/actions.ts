'use server';

import { explainDecision } from '#lib/authorization/explain-decision.ts';
import { ORGANISATION_ATTRIBUTE, PERSON_ATTRIBUTE, SYSTEM_USER_ATTRIBUTE } from '#lib/authorization/model.ts';
import { parseOrgNo, parsePersonNo, parseUuid } from '#lib/kernel/brands.ts';
import { ACTION_ATTRIBUTE, authorizationReferenceOf, type Match } from '#lib/resources/model.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { type AnsweredState, field, incompleteForm, refusedForm, valuesOf } from '../../_parts/form-state.ts';
import { toAnswer } from './answer.ts';

/** Asks the decision point what the form asks, and says why it answers so. */
export async function check(_: AnsweredState | undefined, form: FormData): Promise<AnsweredState | undefined> {
  const context = await actionContext(form);
  const t = await translator('owner');
  const subject = subjectOf(field(form, 'who'));
  const party = parseOrgNo(field(form, 'party').replace(/\s/g, ''));
  const action = field(form, 'action');
  const errors = [
    ...(subject ? [] : [{ fieldId: 'who', text: t('check.whoWrong') }]),
    ...(action === '' ? [{ fieldId: 'action', text: t('check.actionMissing') }] : []),
    ...(party ? [] : [{ fieldId: 'party', text: t('check.partyWrong') }]),
  ];
  if (!subject || !party || errors.length > 0) return incompleteForm(form, errors);
  const resource = [...authorizationReferenceOf(field(form, 'resource')), { id: ORGANISATION_ATTRIBUTE, value: party }];
  try {
    const decision = await explainDecision(context, {
      subject: [subject],
      resource,
      action: [{ id: ACTION_ATTRIBUTE, value: action }],
    });
    return { values: valuesOf(form), errors: [], answer: toAnswer(t, decision) };
  } catch (error) {
    return refusedForm(form, error, await pageLanguage(), () => 'resource');
  }
}

/** A system user by its id, a person by number, an organisation by number. */
function subjectOf(text: string): Match | undefined {
  const digits = text.replace(/\s/g, '');
  const uuid = parseUuid(text);
  if (uuid) return { id: SYSTEM_USER_ATTRIBUTE, value: uuid };
  const personNo = parsePersonNo(digits);
  if (personNo) return { id: PERSON_ATTRIBUTE, value: personNo };
  const orgNo = parseOrgNo(digits);
  return orgNo && { id: ORGANISATION_ATTRIBUTE, value: orgNo };
}
