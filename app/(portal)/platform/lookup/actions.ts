'use server';

import type { Translate } from '#lib/i18n/translate.ts';
import { parseOrgNo, parsePersonNo } from '#lib/kernel/brands.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { lookUpParty, type PartyLookup } from '#lib/systemusers/look-up-party.ts';
import {
  type Answer,
  type AnsweredState,
  field,
  incompleteForm,
  refusedForm,
  valuesOf,
} from '../../_parts/form-state.ts';
import { roleWithCode } from '../../_parts/role-words.ts';

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
    const owner = await translator('owner');
    const rolesOf = (roles: readonly string[]) => roles.map((role) => roleWithCode(owner, role)).join(', ');
    return { values: valuesOf(form), errors: [], answer: toAnswer(t, rolesOf, found) };
  } catch (error) {
    return refusedForm(form, error, await pageLanguage(), (member) => (member === 'reason' ? 'reason' : 'number'));
  }
}

type Words = (roles: readonly string[]) => string;

function toAnswer(t: Translate<'platform'>, rolesOf: Words, found: PartyLookup | undefined): Answer {
  if (!found) return { tone: 'warning', title: t('lookup.nobody'), sections: [] };
  return { tone: 'info', title: found.name, text: t('lookup.logged'), sections: sectionsOf(t, rolesOf, found) };
}

function sectionsOf(t: Translate<'platform'>, rolesOf: Words, found: PartyLookup): Answer['sections'] {
  if (found.kind === 'person') {
    return found.places.map(({ organisation, roles, packages }) => ({
      heading: `${organisation.name} (${organisation.orgNo})`,
      items: [
        t('lookup.roles', { roles: rolesOf(roles) || t('lookup.none') }),
        t('lookup.packages', { count: packages.length }),
      ],
    }));
  }
  const people = found.people.map(({ name, roles }) => `${name}: ${rolesOf(roles)}`);
  const systemUsers = found.systemUsers.flatMap(({ rows, total }) => [
    ...rows.map(({ systemId, externalRef, isDeleted, id }) =>
      isDeleted
        ? t('lookup.endedUser', { systemId, externalRef, id })
        : t('lookup.systemUser', { systemId, externalRef, id }),
    ),
    ...(total > rows.length ? [t('lookup.more', { count: total - rows.length })] : []),
  ]);
  return [
    { heading: t('lookup.people'), items: people.length > 0 ? people : [t('lookup.none')] },
    { heading: t('lookup.systemUsers'), items: systemUsers.length > 0 ? systemUsers : [t('lookup.none')] },
  ];
}
