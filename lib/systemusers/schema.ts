import { z } from 'zod';
import type { PartyClient } from '../parties/clients.ts';
import type { Organisation } from '../parties/model.ts';
import { RESOURCE_ATTRIBUTE } from '../resources/model.ts';
import type { NamedClientDelegation } from './clients/model.ts';
import type { Delegations, SystemUser } from './model.ts';
import type { StreamPage } from './stream-system-users.ts';

/**
 * A system user as vendors and Maskinporten read it.
 * @param productName the system's id for Maskinporten, empty elsewhere
 */
export function toExternalDto(user: SystemUser, productName = '') {
  return {
    id: user.id,
    integrationTitle: user.integrationTitle,
    systemId: user.systemId,
    productName,
    reporteeOrgNo: user.partyOrgNo,
    created: user.createdAt.toISOString(),
    isDeleted: user.isDeleted,
    supplierName: '',
    supplierOrgno: user.vendorOrgNo,
    externalRef: user.externalRef,
    userType: user.userType,
  };
}

/** A system user as its owner reads it in lists; agents come with their packages. */
export function toInternalDto(user: SystemUser & { readonly packages?: readonly string[] }) {
  return {
    ...toExternalDto(user),
    systemInternalId: user.systemInternalId,
    partyId: String(user.partyId),
    partyUuId: '',
    ...(user.userType === 'agent' ? { accessPackages: toPackageDtos(user.packages ?? []) } : {}),
  };
}

/** A system user as its owner reads it alone. */
export function toDetailDto(user: SystemUser & Delegations) {
  return { ...toInternalDto(user), ...toHeldDto(user) };
}

/** What a system user holds. */
export function toDelegationsDto(systemUserId: string, held: Delegations) {
  return { systemUserId, ...toHeldDto(held) };
}

/** A system user as the stream has it. */
export function toStreamItem(user: SystemUser) {
  return {
    id: user.id,
    partyOrgNo: user.partyOrgNo,
    partyId: String(user.partyId),
    integrationTitle: user.integrationTitle,
    isDeleted: user.isDeleted,
    lastChanged: user.updatedAt.toISOString(),
    created: user.createdAt.toISOString(),
    sequenceNo: user.sequenceNo,
    systemUserType: user.userType,
  };
}

/** A page of the stream; pollers follow `next` until a page is empty. */
export function toStreamDto(page: StreamPage, next: string | undefined) {
  return {
    links: next === undefined ? {} : { next },
    stats: { pageStart: page.pageStart, pageEnd: page.pageEnd, sequenceMax: page.sequenceMax },
    data: page.users.map(toStreamItem),
  };
}

/** A client of an organisation with what it has given. */
export function toPartyClientDto({ client, access }: PartyClient) {
  return {
    partyUuid: client.uuid,
    displayName: client.name,
    organizationIdentifier: client.orgNo,
    access,
  };
}

/** The same as the front end of Altinn reads it. */
export function toFrontCustomerDto(held: PartyClient) {
  return { ...toPartyClientDto(held), id: held.client.uuid, name: held.client.name, orgNo: held.client.orgNo };
}

/** A client that an agent may act for. */
export function toDelegationDto(delegation: NamedClientDelegation) {
  return {
    agentSystemUserId: delegation.systemUserId,
    delegationId: delegation.clientUuid,
    customerId: delegation.clientUuid,
    assignmentId: delegation.id,
    customerName: delegation.client.name,
    customerOrganizationNumber: delegation.client.orgNo,
  };
}

/** What adding a client answers. */
export function toAddedDto(systemUserId: string, client: Organisation) {
  return { agentSystemUserId: systemUserId, delegationId: client.uuid, customerId: client.uuid };
}

/** Clients of an agent's owner, as the client delegation API lists them. */
export function toClientListDto(list: { readonly user: SystemUser; readonly clients: readonly Organisation[] }) {
  return {
    links: {},
    data: list.clients.map((client) => ({
      clientId: client.uuid,
      clientOrganizationNumber: client.orgNo,
      clientOrganizationName: client.name,
    })),
    systemUserInformation: { systemUserId: list.user.id, systemUserOwnerOrg: list.user.partyOrgNo },
  };
}

function toHeldDto({ rights, packages }: Delegations) {
  return {
    rights: rights.map(({ resourceId }) => ({ resource: [{ id: RESOURCE_ATTRIBUTE, value: resourceId }] })),
    accessPackages: toPackageDtos(packages),
  };
}

function toPackageDtos(urns: readonly string[]) {
  return urns.map((urn) => ({ urn }));
}

const packageDtos = z.array(z.strictObject({ urn: z.string() }));
const heldDto = {
  rights: z.array(z.strictObject({ resource: z.array(z.strictObject({ id: z.string(), value: z.string() })) })),
  accessPackages: packageDtos,
};

/** What `toExternalDto` gives. */
export const externalDto = z
  .strictObject({
    id: z.guid(),
    integrationTitle: z.string(),
    systemId: z.string(),
    productName: z.string(),
    reporteeOrgNo: z.string(),
    created: z.iso.datetime(),
    isDeleted: z.boolean(),
    supplierName: z.string(),
    supplierOrgno: z.string(),
    externalRef: z.string(),
    userType: z.enum(['standard', 'agent']),
  })
  .meta({ id: 'SystemUser' });

/** What `toInternalDto` gives. */
export const internalDto = externalDto
  .extend({
    systemInternalId: z.guid(),
    partyId: z.string(),
    partyUuId: z.string(),
    accessPackages: packageDtos.optional(),
  })
  .meta({ id: 'SystemUserInternal' });

/** What `toDetailDto` gives. */
export const detailDto = internalDto.extend(heldDto).meta({ id: 'SystemUserDetail' });

/** What `toDelegationsDto` gives. */
export const delegationsDto = z.strictObject({ systemUserId: z.guid(), ...heldDto });

/** What `toStreamItem` gives. */
export const streamItem = z
  .strictObject({
    id: z.guid(),
    partyOrgNo: z.string(),
    partyId: z.string(),
    integrationTitle: z.string(),
    isDeleted: z.boolean(),
    lastChanged: z.iso.datetime(),
    created: z.iso.datetime(),
    sequenceNo: z.int(),
    systemUserType: z.enum(['standard', 'agent']),
  })
  .meta({ id: 'StreamedSystemUser' });

/** What `toStreamDto` gives. */
export const streamDto = z.strictObject({
  links: z.strictObject({ next: z.url().optional() }),
  stats: z.strictObject({ pageStart: z.int(), pageEnd: z.int(), sequenceMax: z.int() }),
  data: z.array(streamItem),
});

/** What `toPartyClientDto` gives. */
export const partyClientDto = z
  .strictObject({
    partyUuid: z.guid(),
    displayName: z.string(),
    organizationIdentifier: z.string(),
    access: z.array(z.strictObject({ role: z.string(), packages: z.array(z.string()) })),
  })
  .meta({ id: 'PartyClient' });

/** What `toFrontCustomerDto` gives. */
export const frontCustomerDto = partyClientDto
  .extend({ id: z.guid(), name: z.string(), orgNo: z.string() })
  .meta({ id: 'FrontCustomer' });

/** What `toDelegationDto` gives. */
export const delegationDto = z
  .strictObject({
    agentSystemUserId: z.guid(),
    delegationId: z.guid(),
    customerId: z.guid(),
    assignmentId: z.guid(),
    customerName: z.string(),
    customerOrganizationNumber: z.string(),
  })
  .meta({ id: 'DelegationResponse' });

/** What `toAddedDto` gives. */
export const addedDto = z.strictObject({ agentSystemUserId: z.guid(), delegationId: z.guid(), customerId: z.guid() });

/** What `toClientListDto` gives. */
export const clientListDto = z
  .strictObject({
    links: z.strictObject({}),
    data: z.array(
      z.strictObject({
        clientId: z.guid(),
        clientOrganizationNumber: z.string(),
        clientOrganizationName: z.string(),
      }),
    ),
    systemUserInformation: z.strictObject({ systemUserId: z.guid(), systemUserOwnerOrg: z.string() }),
  })
  .meta({ id: 'ClientList' });

/** What adding or removing a client as an end user answers. */
export const pairDto = z.strictObject({ agent: z.guid(), client: z.guid() });
