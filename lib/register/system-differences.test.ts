import { describe, expect, it } from 'vitest';
import { RESOURCE_ATTRIBUTE } from '../resources/model.ts';
import { toChangedPackages, toChangedRights, toChangedSystem } from './change-log.ts';
import type { ChangeType, Right, SystemChange } from './model.ts';
import { differencesOf } from './system-differences.ts';

const CLAIMS: Right = { resource: [{ id: RESOURCE_ATTRIBUTE, value: 'claims' }] };
const VAT: Right = { action: 'read', resource: [{ id: RESOURCE_ATTRIBUTE, value: 'vat' }] };
const SYSTEM = {
  systemId: '313300307_ledger',
  vendorOrgNo: '313300307',
  name: { nb: 'Hovedbok', nn: 'Hovudbok', en: 'Ledger' },
  description: { nb: 'Fører.', nn: 'Fører.', en: 'Keeps.' },
  rights: [CLAIMS],
  accessPackages: ['urn:tax'],
  clientIds: ['one'],
  isVisible: false,
  allowedRedirectUrls: ['https://ledger.example/back'],
  redirectResult: false,
};

function aChange(changeType: ChangeType, changedData: unknown): SystemChange {
  const changedByOrgNo = SYSTEM.vendorOrgNo;
  return {
    systemInternalId: 'i',
    changedByOrgNo,
    changeType,
    changedData,
    clientId: undefined,
    createdAt: new Date(0),
  };
}

const CREATED = aChange('create', toChangedSystem(SYSTEM));

/** What the last of these changes did; they are told oldest first. */
function lastOf(...changes: readonly SystemChange[]) {
  return differencesOf(changes.toReversed())[0];
}

describe('what a change did to a system', () => {
  it('is everything that it was registered with', () => {
    const [registered] = differencesOf([CREATED]);
    expect(registered).toContainEqual({ part: 'name', language: 'nn', to: 'Hovudbok' });
    expect(registered).toContainEqual({ part: 'description', language: 'en', to: 'Keeps.' });
    expect(registered).toContainEqual({ part: 'right', change: 'added', right: CLAIMS });
    expect(registered).toContainEqual({ part: 'visible', to: false });
    expect(registered).toHaveLength(11);
  });

  it.each([
    [
      'a name in one language',
      { name: { ...SYSTEM.name, nb: 'Storbok' } },
      [{ part: 'name', language: 'nb', from: 'Hovedbok', to: 'Storbok' }],
    ],
    [
      'a description in one language',
      { description: { ...SYSTEM.description, en: 'Counts.' } },
      [{ part: 'description', language: 'en', from: 'Keeps.', to: 'Counts.' }],
    ],
    [
      'rights that come and go',
      { rights: [VAT] },
      [
        { part: 'right', change: 'added', right: VAT },
        { part: 'right', change: 'removed', right: CLAIMS },
      ],
    ],
    [
      'another action of the same right',
      { rights: [{ ...CLAIMS, action: 'write' }] },
      [
        { part: 'right', change: 'added', right: { ...CLAIMS, action: 'write' } },
        { part: 'right', change: 'removed', right: CLAIMS },
      ],
    ],
    ['a package less', { accessPackages: [] }, [{ part: 'package', change: 'removed', value: 'urn:tax' }]],
    ['a client more', { clientIds: ['one', 'two'] }, [{ part: 'client', change: 'added', value: 'two' }]],
    [
      'a return address less',
      { allowedRedirectUrls: [] },
      [{ part: 'redirect', change: 'removed', value: 'https://ledger.example/back' }],
    ],
    ['that it is visible', { isVisible: true }, [{ part: 'visible', to: true }]],
    ['nothing when all is as before', {}, []],
  ])('is %s', (_what, differences, expected) => {
    const updated = aChange('update', toChangedSystem({ ...SYSTEM, ...differences }));
    expect(lastOf(CREATED, updated)).toEqual(expected);
  });

  it('is told against the lists as they were changed by themselves since', () => {
    const rights = aChange('rightsupdate', toChangedRights([CLAIMS, VAT]));
    const packages = aChange('accesspackageupdate', toChangedPackages([]));
    expect(lastOf(CREATED, rights)).toEqual([{ part: 'right', change: 'added', right: VAT }]);
    expect(lastOf(CREATED, rights, packages)).toEqual([{ part: 'package', change: 'removed', value: 'urn:tax' }]);
    const again = aChange('update', toChangedSystem(SYSTEM));
    expect(lastOf(CREATED, rights, packages, again)).toEqual([
      { part: 'right', change: 'removed', right: VAT },
      { part: 'package', change: 'added', value: 'urn:tax' },
    ]);
  });

  it('is nothing that a deletion adds', () => {
    expect(lastOf(CREATED, aChange('delete', null))).toEqual([]);
  });
});
