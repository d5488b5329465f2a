import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { toOpenApi } from '#lib/http/openapi.ts';
import { loadGroups } from '../../scripts/openapi.ts';
import type { endUserChangeRequestDto, requestDto } from '../requests/schema.ts';
import type { externalDto } from '../systemusers/schema.ts';
import type { ChangeRequest, NewChange, NewRequest, SystemDescription, SystemUser, SystemUserRequest } from './wire.ts';

const ID = 'ef3b1c9e-0000-4000-8000-000000000001';
const AT = '2026-11-21T12:00:00Z';
const RIGHTS = [{ action: 'read', resource: [{ id: 'urn:altinn:resource', value: 'ske-krav-og-betalinger' }] }];
const PACKAGES = [{ urn: 'urn:altinn:accesspackage:skatt-naering' }];
const TEXTS = { nb: 'Kasse', nn: 'Kasse', en: 'Till' };

const system: Required<SystemDescription> = {
  id: '313300307_till',
  vendor: { ID: '0192:313300307' },
  name: TEXTS,
  description: TEXTS,
  rights: RIGHTS,
  accessPackages: PACKAGES,
  clientId: [ID],
  isVisible: true,
  allowedRedirectUrls: ['https://vendor.example/receipt'],
  redirectResult: true,
};
const newRequest: Required<NewRequest> = {
  systemId: '313300307_till',
  partyOrgNo: '314400402',
  externalRef: 'shop-1',
  integrationTitle: 'Kasse',
  rights: RIGHTS,
  accessPackages: PACKAGES,
  redirectUrl: 'https://vendor.example/receipt',
};
const newChange: Required<NewChange> = {
  requiredRights: RIGHTS,
  unwantedRights: RIGHTS,
  requiredAccessPackages: PACKAGES,
  unwantedAccessPackages: PACKAGES,
  redirectUrl: 'https://vendor.example/receipt',
};
const asked = {
  id: ID,
  externalRef: 'shop-1',
  systemId: '313300307_till',
  partyOrgNo: '314400402',
  status: 'New',
  redirectUrl: 'https://vendor.example/receipt',
  escalated: false,
  rejectReason: 'No',
  created: AT,
  timedOut: false,
  confirmUrl: 'https://portal.example/request',
} as const;
const request: Required<SystemUserRequest> = {
  ...asked,
  integrationTitle: 'Kasse',
  rights: RIGHTS,
  accessPackages: PACKAGES,
};
const { redirectUrl: _, ...lists } = newChange;
const change: Required<ChangeRequest> = { ...asked, systemUserId: ID, ...lists };
const user: Required<SystemUser> = {
  id: ID,
  integrationTitle: 'Kasse',
  systemId: '313300307_till',
  productName: '',
  reporteeOrgNo: '314400402',
  created: AT,
  isDeleted: false,
  supplierName: '',
  supplierOrgno: '313300307',
  externalRef: 'shop-1',
  userType: 'standard',
};

const { components } = toOpenApi(await loadGroups(), '/');
const $defs = JSON.parse(JSON.stringify(components.schemas).replaceAll('#/components/schemas/', '#/$defs/'));

describe('what the SDK sends and reads', () => {
  it.each<[string, object]>([
    ['RegisterSystemRequest', system],
    ['CreateRequestSystemUser', newRequest],
    ['ChangeRequestSystemUser', newChange],
    ['RequestSystemResponse', request],
    ['ChangeRequestResponse', change],
    ['SystemUser', user],
  ])('is the %s of the API reference, member for member', (name, example) => {
    expect(Object.keys(example).sort()).toEqual(Object.keys($defs[name].properties).sort());
    expect(z.fromJSONSchema({ ...$defs[name], $defs }).safeParse(example)).toMatchObject({ success: true });
  });

  it('expects nothing of an answer that may be left out of it', () => {
    expectTypeOf<z.output<typeof requestDto>>().toExtend<SystemUserRequest>();
    expectTypeOf<z.output<typeof externalDto>>().toExtend<SystemUser>();
    expectTypeOf<z.output<typeof endUserChangeRequestDto> & { confirmUrl: string }>().toExtend<ChangeRequest>();
  });
});
