import { z } from 'zod';
import { RESOURCE_ATTRIBUTE } from '../model.ts';
import type { AccessList, AccessListConnection, AccessListMember } from './model.ts';
import { ORG_NO_URN, PARTY_ID_URN, PARTY_UUID_URN } from './party-urn.ts';
import type { Membership } from './read-memberships.ts';

/** The body that creates or renames a list. */
export const accessListSchema = z.object({
  name: z.string(),
  description: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
});

/** The body that changes members: parties as URNs. Too many are told by a numbered error, not here. */
export const membersSchema = z.object({ data: z.array(z.string().max(200)) });

/** The body that connects a resource. */
export const connectionSchema = z.object({
  actionFilters: z
    .array(z.string().min(1).max(255))
    .max(100)
    .nullish()
    .transform((filters) => filters ?? []),
});

/** The cursor of lists and members. */
export const textCursor = z.string().max(255);

/** A list as the wire has it; its connections, if any, with their filters or without. */
export function toAccessListDto(
  list: Omit<AccessList, 'ownerOrgNo'> & { readonly connections?: readonly AccessListConnection[] },
  { hasActions } = { hasActions: false },
) {
  const connections = list.connections?.map((connection) =>
    toConnectionDto(hasActions ? connection : { ...connection, actionFilters: [] }),
  );
  return {
    urn: `urn:altinn:access-list:${list.owner}:${list.identifier}`,
    identifier: list.identifier,
    name: list.name,
    description: list.description,
    createdAt: list.createdAt.toISOString(),
    updatedAt: list.updatedAt.toISOString(),
    ...(connections ? { resourceConnections: connections } : {}),
  };
}

/** A member as the wire has it: by its uuid, with its other names beside. */
export function toMemberDto(member: AccessListMember) {
  return {
    id: `${PARTY_UUID_URN}:${member.partyUuid}`,
    since: member.since.toISOString(),
    identifiers: {
      [PARTY_UUID_URN]: member.partyUuid,
      [PARTY_ID_URN]: member.partyId,
      [ORG_NO_URN]: member.orgNo,
    },
  };
}

/** A connection as the wire has it; no filters are left out. */
export function toConnectionDto(connection: AccessListConnection) {
  return {
    resourceIdentifier: connection.resourceId,
    ...(connection.actionFilters.length > 0 ? { actionFilters: connection.actionFilters } : {}),
    createdAt: connection.createdAt.toISOString(),
    updatedAt: connection.updatedAt.toISOString(),
  };
}

/** A membership as the wire has it. */
export function toMembershipDto(membership: Membership) {
  return {
    party: `${PARTY_UUID_URN}:${membership.partyUuid}`,
    resource: `${RESOURCE_ATTRIBUTE}:${membership.resourceId}`,
    since: membership.since.toISOString(),
    ...(membership.actionFilters.length > 0 ? { actionFilters: membership.actionFilters } : {}),
  };
}

const actionFilters = z.array(z.string()).optional();

/** What `toConnectionDto` gives. */
export const connectionDto = z
  .strictObject({
    resourceIdentifier: z.string(),
    actionFilters,
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'AccessListConnection' });

/** All connections of a list. */
export const connectionsDto = z.strictObject({ links: z.strictObject({}), data: z.array(connectionDto) });

/** What `toAccessListDto` gives. */
export const accessListDto = z
  .strictObject({
    urn: z.string(),
    identifier: z.string(),
    name: z.string(),
    description: z.string(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    resourceConnections: z.array(connectionDto).optional(),
  })
  .meta({ id: 'AccessList' });

/** What `toMemberDto` gives. */
export const memberDto = z
  .strictObject({
    id: z.string(),
    since: z.iso.datetime(),
    identifiers: z.strictObject({ [PARTY_UUID_URN]: z.guid(), [PARTY_ID_URN]: z.int(), [ORG_NO_URN]: z.string() }),
  })
  .meta({ id: 'AccessListMember' });

/** What `toMembershipDto` gives, all of them. */
export const membershipsDto = z.strictObject({
  data: z.array(z.strictObject({ party: z.string(), resource: z.string(), since: z.iso.datetime(), actionFilters })),
});
