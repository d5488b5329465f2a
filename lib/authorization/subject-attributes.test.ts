import { expect, it } from 'vitest';
import { REGISTER_ROLE_ATTRIBUTE } from './model.ts';
import { attributesOfRoles } from './subject-attributes.ts';

it.each([
  ['DAGL', 'daglig-leder'],
  ['DTPR', 'deltaker-delt-ansvar'],
  ['DTSO', 'deltaker-fullt-ansvar'],
  ['regnskapsforer', 'regnskapsforer'],
])('a policy may mention %s by its name in the register, %s', (code, name) => {
  expect(attributesOfRoles([code])).toContainEqual({ id: REGISTER_ROLE_ATTRIBUTE, value: name });
});
