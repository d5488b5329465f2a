import { describe, expect, it } from 'vitest';
import { aPersonNo } from '../testing/parties.ts';
import { toQuestion } from './question.ts';

const UUID = '47caea5b-a80b-4343-b1d3-31eb523a4e28';
const SYSTEM_USER = 'urn:altinn:systemuser:uuid';
const PID = 'urn:altinn:person:identifier-no';
const ORG_NO = 'urn:altinn:organization:identifier-no';
const RESOURCE = [{ id: 'urn:altinn:resource', value: 'a-service' }];
const ACTION = [{ id: 'urn:oasis:names:tc:xacml:1.0:action:action-id', value: 'read' }];

function bag(attributes: readonly (readonly [string, string])[]) {
  return attributes.map(([id, value]) => ({ id, value }));
}

function subject(...attributes: readonly (readonly [string, string])[]) {
  return toQuestion({ subject: bag(attributes), resource: RESOURCE, action: ACTION });
}

function resource(...attributes: readonly (readonly [string, string])[]) {
  return toQuestion({ subject: bag([[SYSTEM_USER, UUID]]), resource: bag(attributes), action: ACTION });
}

it('has no NUL in it', () => {
  const whole = { subject: bag([[SYSTEM_USER, UUID]]), resource: RESOURCE, action: ACTION };
  const fault = { fault: 'processing-error', reason: 'bad-identifier' };
  expect(toQuestion({ ...whole, subject: bag([[ORG_NO, '\0']]) })).toEqual(fault);
  expect(toQuestion({ ...whole, resource: bag([['urn:altinn:resource', 'a\0']]) })).toEqual(fault);
  expect(toQuestion({ ...whole, action: bag([['urn:oasis:names:tc:xacml:1.0:action:action-id', 'read\0']]) })).toEqual(
    fault,
  );
});

describe('the subject of a question', () => {
  it.each([
    [[[SYSTEM_USER, UUID.toUpperCase()]], { kind: 'system-user', id: UUID }],
    [[['urn:altinn:userid', '20000001']], { kind: 'person', key: { userId: 20000001 } }],
    [[['urn:altinn:partyid', '50000001']], { kind: 'party', key: { partyId: 50000001 } }],
    [[['urn:altinn:party:uuid', UUID]], { kind: 'party', key: { uuid: UUID } }],
    [[[ORG_NO, '974761076']], { kind: 'organisation', orgNo: '974761076' }],
    [[['urn:altinn:organizationnumber', '974761076']], { kind: 'organisation', orgNo: '974761076' }],
    [[['urn:altinn:org', 'skd']], { kind: 'organisation', orgCode: 'skd' }],
    [
      [
        ['urn:altinn:userid', '20000001'],
        ['urn:altinn:partyid', '50000001'],
        ['urn:altinn:rolecode', 'DAGL'],
      ],
      { kind: 'person', key: { userId: 20000001 } },
    ],
  ] as const)('is read from %j', (attributes, expected) => {
    expect(subject(...attributes)).toMatchObject({ subject: expected });
  });

  const aConflict = aPersonNo();
  it.each([
    ['none', [], 'processing-error', 'no-subject'],
    [
      'B25 a system user and a person',
      [
        [SYSTEM_USER, UUID],
        ['urn:altinn:userid', '1'],
      ],
      'processing-error',
      'subject-conflict',
    ],
    [
      'two system users',
      [
        [SYSTEM_USER, UUID],
        [SYSTEM_USER, UUID.replace('4', '5')],
      ],
      'processing-error',
      'subject-conflict',
    ],
    [
      'user id and person number',
      [
        ['urn:altinn:userid', '1'],
        [PID, aConflict],
      ],
      'processing-error',
      'subject-conflict',
    ],
    [
      'organisation and person',
      [
        [ORG_NO, '974761076'],
        [PID, aConflict],
      ],
      'processing-error',
      'subject-conflict',
    ],
    [
      'organisation and user',
      [
        [ORG_NO, '974761076'],
        ['urn:altinn:userid', '1'],
      ],
      'processing-error',
      'subject-conflict',
    ],
    ['a bad uuid', [[SYSTEM_USER, 'x']], 'processing-error', 'bad-identifier'],
    ['a bad person number', [[PID, '12345678901']], 'processing-error', 'bad-identifier'],
    ['a user id that is no number', [['urn:altinn:userid', 'me']], 'syntax-error', 'bad-identifier'],
    ['a role alone', [['urn:altinn:rolecode', 'DAGL']], 'processing-error', 'no-subject'],
  ] as const)('is a fault: %s', (_what, attributes, fault, reason) => {
    expect(subject(...(attributes as readonly (readonly [string, string])[]))).toEqual({ fault, reason });
  });
});

describe('the resource of a question', () => {
  it.each([
    [[['urn:altinn:resource', 'a-service']], 'a-service'],
    [
      [
        ['urn:altinn:org', 'ttd'],
        ['urn:altinn:app', 'an-app'],
      ],
      'app_ttd_an-app',
    ],
    [
      [
        ['urn:altinn:resource', 'app_ttd_x'],
        ['urn:altinn:org', 'ttd'],
        ['urn:altinn:app', 'x'],
      ],
      'app_ttd_x',
    ],
  ] as const)('is read from %j', (attributes, resourceId) => {
    expect(resource(...(attributes as readonly (readonly [string, string])[]))).toMatchObject({ resourceId });
  });

  it.each([
    ['none', [], 'no-resource'],
    ['an org alone', [['urn:altinn:org', 'ttd']], 'no-resource'],
    [
      'two resources',
      [
        ['urn:altinn:resource', 'a'],
        ['urn:altinn:resource', 'b'],
      ],
      'resource-conflict',
    ],
    [
      'two parties',
      [
        ['urn:altinn:resource', 'a'],
        [ORG_NO, '1'],
        [ORG_NO, '2'],
      ],
      'party-conflict',
    ],
    [
      'a party named twice',
      [
        ['urn:altinn:resource', 'a'],
        [ORG_NO, '1'],
        ['urn:altinn:partyid', '2'],
      ],
      'party-conflict',
    ],
    [
      'a bad party uuid',
      [
        ['urn:altinn:resource', 'a'],
        ['urn:altinn:party:uuid', 'x'],
      ],
      'bad-identifier',
    ],
  ] as const)('is a fault: %s', (_what, attributes, reason) => {
    expect(resource(...(attributes as readonly (readonly [string, string])[]))).toEqual({
      fault: 'processing-error',
      reason,
    });
  });

  it('keeps what else is said of it', () => {
    const task = ['urn:altinn:task', 'Task_1'] as const;
    expect(resource(['urn:altinn:resource', 'a'], task)).toMatchObject({
      resourceAttributes: [{ id: 'urn:altinn:task', value: 'Task_1' }],
    });
  });

  it('takes several actions', () => {
    const two = [...ACTION, { id: ACTION[0]?.id ?? '', value: 'write' }];
    expect(toQuestion({ subject: bag([[SYSTEM_USER, UUID]]), resource: RESOURCE, action: two })).toMatchObject({
      actions: ['read', 'write'],
    });
  });

  it('takes the party from the instance of an app when nothing else names it', () => {
    const app = [
      ['urn:altinn:org', 'ttd'],
      ['urn:altinn:app', 'skjema'],
      ['urn:altinn:instance-id', `50000005/${UUID}`],
    ] as const;
    expect(resource(...app)).toMatchObject({ party: { partyId: 50000005 } });
    expect(resource(...app, ['urn:altinn:partyid', '7'])).toMatchObject({ party: { partyId: 7 } });
  });
});
