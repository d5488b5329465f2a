import { expect, it } from 'vitest';
import { activity } from '#lib/i18n/messages/nb/activity.ts';
import { KINDS } from './kinds.ts';

it('every action that has words is found under one kind', () => {
  const beginnings = Object.values(KINDS).flat();
  const astray = Object.keys(activity.actions)
    .map((key) => key.replace('_', '.'))
    .filter((action) => beginnings.filter((beginning) => action.startsWith(beginning)).length !== 1);
  expect(astray).toEqual(['other']);
});
