import type { Translate } from '#lib/i18n/translate.ts';

/** Roles that a rule can be about, as policies spell them. */
export const RULE_ROLES = [
  'DAGL',
  'LEDE',
  'INNH',
  'DTSO',
  'DTPR',
  'BOBE',
  'KOMP',
  'BEST',
  'ADMAI',
  'HADM',
  'KLADM',
  'BOBEL',
  'regnskapsforer',
  'revisor',
  'forretningsforer',
] as const;

const NAMED_ROLES = [...RULE_ROLES, 'NEST', 'MEDL', 'VARA', 'KONT', 'REGN', 'REVI', 'FFØR', 'ANSATT'] as const;

/** A role as people call it; one without a name keeps its code. */
export function roleName(t: Translate<'owner'>, code: string): string {
  const known = NAMED_ROLES.find((role) => role.toLowerCase() === code.toLowerCase());
  return known ? t(`roles.${known}`) : code;
}

/** `Daglig leder (DAGL)`: the same with its code beside it. */
export function roleWithCode(t: Translate<'owner'>, code: string): string {
  const name = roleName(t, code);
  return name === code ? code : t('rules.role', { name, code });
}
