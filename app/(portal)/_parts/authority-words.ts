import type { Translate } from '#lib/i18n/translate.ts';
import type { Manager } from '#lib/requests/letter/model.ts';

/** Actions that have a word of their own. */
export const KNOWN_ACTIONS = [
  'read',
  'write',
  'sign',
  'confirm',
  'delete',
  'instantiate',
  'complete',
  'access',
  'subscribe',
  'send',
] as const;

const KNOWN_ROLES = ['DAGL', 'LEDE', 'INNH', 'DTSO', 'DTPR', 'BOBE', 'KOMP', 'BEST', 'ADMAI', 'HADM', 'BOBEL'] as const;

/** Actions as words; an owner's own action stands as it is spelled. */
export function actionNames(t: Translate<'requests'>, actions: readonly string[]): readonly string[] {
  return actions.map((action) => {
    const known = KNOWN_ACTIONS.find((name) => name === action);
    return known ? t(`actionNames.${known}`) : t('actionNames.other', { action });
  });
}

/** `Pia Strøm (daglig leder)`: a person with the role that matters here. */
export function managerName(t: Translate<'requests'>, manager: Manager): string {
  const role = KNOWN_ROLES.find((name) => manager.roles.includes(name)) ?? 'other';
  return `${manager.name} (${t(`roles.${role}`)})`;
}
