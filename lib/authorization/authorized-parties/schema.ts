import { z } from 'zod';
import { birthDateOf } from '../../kernel/birth-date.ts';
import { codeOf } from '../../resources/access-packages/model.ts';
import type { AuthorizedParty, PartyFilter } from './model.ts';

const attribute = z.object({ type: z.string(), value: z.union([z.string(), z.number().transform(String)]) });

/** Whose parties a service owner asks for, and which of them. */
export const authorizedPartiesRequest = attribute.extend({ partyFilter: z.array(attribute).max(1000).nullish() });

const flag = z
  .string()
  .optional()
  .transform((text) => text?.toLowerCase() !== 'false');

/** The query of both lists; parts are included unless the caller says `false`. */
export const authorizedPartiesQuery = z.object({
  includeRoles: flag,
  includeAccessPackages: flag,
  includeResources: flag,
  includeSubParties: flag,
  anyOfResourceIds: z.array(z.string()).max(1000).default([]),
  orgCode: z.string().optional(),
});

/** Completes the query with the parties asked for, by uuid, organisation or person number. */
export function toPartyFilter(
  query: z.output<typeof authorizedPartiesQuery>,
  parties: readonly string[] = [],
): PartyFilter {
  return { ...query, orgCode: query.orgCode, parties: parties.map((value) => value.toLowerCase()) };
}

/** A party as Altinn's access management lists it; nulls are written. */
export function toAuthorizedPartyDto(entry: AuthorizedParty): AuthorizedPartyDto {
  const { party, access } = entry;
  return {
    partyUuid: party.uuid,
    name: party.name,
    organizationNumber: party.orgNo ?? null,
    parentId: null,
    personId: party.personNo ?? null,
    dateOfBirth: (party.personNo && birthDateOf(party.personNo)) ?? null,
    partyId: party.partyId,
    emailId: null,
    type: party.kind === 'person' ? 'Person' : 'Organization',
    unitType: party.orgForm ?? null,
    isDeleted: false,
    onlyHierarchyElementWithNoAccess: entry.isHierarchyOnly,
    authorizedAccessPackages: access.packages.map(codeOf).sort(),
    authorizedResources: [...access.resources],
    authorizedRoles: [...access.roles].sort(),
    authorizedInstances: [],
    subunits: entry.subUnits.map((subUnit) => ({ ...toAuthorizedPartyDto(subUnit), parentId: party.uuid })),
  };
}

const names = z.array(z.string()).readonly();
const partyDto = z
  .strictObject({
    partyUuid: z.guid(),
    name: z.string(),
    organizationNumber: z.string().nullable(),
    parentId: z.guid().nullable(),
    personId: z.string().nullable(),
    dateOfBirth: z.iso.date().nullable(),
    partyId: z.int(),
    emailId: z.null(),
    type: z.enum(['Person', 'Organization']),
    unitType: z.string().nullable(),
    isDeleted: z.boolean(),
    onlyHierarchyElementWithNoAccess: z.boolean(),
    authorizedAccessPackages: names,
    authorizedResources: names,
    authorizedRoles: names,
    authorizedInstances: z.array(z.never()).readonly(),
  })
  .meta({ id: 'Subunit' });

/** What `toAuthorizedPartyDto` gives; subunits have none of their own. */
export const authorizedPartyDto = partyDto
  .extend({
    subunits: z.array(partyDto.extend({ subunits: z.array(z.unknown()).readonly() })).readonly(),
  })
  .meta({ id: 'AuthorizedParty' });
type AuthorizedPartyDto = z.output<typeof authorizedPartyDto>;
