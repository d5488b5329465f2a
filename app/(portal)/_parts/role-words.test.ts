import { expect, it } from 'vitest';
import { translate } from '#lib/i18n/translate.ts';
import { roleName, roleWithCode } from './role-words.ts';

it.each([
  ['nb', 'DAGL', 'Daglig leder (DAGL)'],
  ['nn', 'REGN', 'Rekneskapsførar (REGN)'],
  ['en', 'regnskapsforer', 'Accountant (regnskapsforer)'],
  ['nb', 'DTPR', 'Deltaker med delt ansvar (DTPR)'],
  ['nb', 'DTSO', 'Deltaker med fullt ansvar (DTSO)'],
  ['nb', 'XYZ', 'XYZ'],
] as const)('a role is said in %s with its code beside it: %s', (language, code, said) => {
  expect(roleWithCode(translate(language, 'owner'), code)).toBe(said);
});

it('a policy may spell a role in small letters', () => {
  expect(roleName(translate('nb', 'owner'), 'dagl')).toBe('Daglig leder');
});
