import { z } from 'zod';
import { textIn } from '../../resources/access-packages/model.ts';
import { internalDto, toInternalDto } from '../../systemusers/schema.ts';
import type { FrontContents, FrontSystem } from './contents.ts';
import type { FrontRequest, FrontSystemUser } from './read-front.ts';

/** Chooses nb, nn or en for the texts from what the browser prefers; bokmål for anything else. */
export function toFrontLanguage(acceptLanguage: string | null): 'nb' | 'nn' | 'en' {
  const first = acceptLanguage?.slice(0, 2).toLowerCase();
  return first === 'nn' || first === 'en' ? first : 'nb';
}

/** A request with system, services and packages in words. */
export function toFrontRequestDto(front: FrontRequest, language: string) {
  const { request, system, required, unwanted } = front;
  const contents = toFrontContentsDto(required, language);
  return {
    id: request.id,
    partyId: request.partyId,
    partyUuid: request.partyUuid,
    status: request.status,
    redirectUrl: request.redirectUrl,
    system: system && toFrontSystemDto(system, language),
    ...contents,
    ...(request.kind === 'change' ? toChangeContentsDto(contents, toFrontContentsDto(unwanted, language)) : {}),
    created: request.createdAt.toISOString(),
    escalated: request.escalated,
    userMayEscalateButNotApprove: front.userMayEscalateButNotApprove,
  };
}

/** A system as the front end lists it. */
export function toFrontSystemDto({ system, vendorName }: FrontSystem, language: string) {
  return {
    systemId: system.systemId,
    systemVendorOrgNumber: system.vendorOrgNo,
    systemVendorOrgName: vendorName,
    name: textIn(system.name, language),
  };
}

/** Services and packages in words. */
export function toFrontContentsDto({ resources, accessPackages }: FrontContents, language: string) {
  return {
    resources: resources.map(({ id, resource }) => ({
      identifier: id,
      title: resource && textIn(resource.title, language),
      description: resource && textIn(resource.description, language),
      rightDescription: resource?.rightDescription && textIn(resource.rightDescription, language),
      resourceOwnerName: textIn(resource?.hasCompetentAuthority.name ?? {}, language),
      resourceOwnerOrgcode: resource?.hasCompetentAuthority.orgcode,
      resourceOwnerOrgNumber: resource?.hasCompetentAuthority.organization,
      resourceType: resource?.resourceType,
    })),
    accessPackages: accessPackages.map(({ urn, accessPackage }) => ({
      id: accessPackage?.id,
      urn,
      name: accessPackage && textIn(accessPackage.name, language),
      description: accessPackage && textIn(accessPackage.description, language),
      resources: [],
    })),
  };
}

/** A system user with its system and what it holds in words. */
export function toFrontSystemUserDto({ user, system, held }: FrontSystemUser, language: string) {
  return {
    ...toInternalDto(user),
    partyUuid: user.partyUuid,
    system: system && toFrontSystemDto(system, language),
    ...toFrontContentsDto(held, language),
  };
}

type ContentsDto = ReturnType<typeof toFrontContentsDto>;

function toChangeContentsDto(required: ContentsDto, unwanted: ContentsDto) {
  return {
    requiredRights: required.resources,
    unwantedRights: unwanted.resources,
    requiredAccessPackages: required.accessPackages,
    unwantedAccessPackages: unwanted.accessPackages,
  };
}

const frontResourceDto = z
  .strictObject({
    identifier: z.string(),
    title: z.string().optional(),
    description: z.string().optional(),
    rightDescription: z.string().optional(),
    resourceOwnerName: z.string(),
    resourceOwnerOrgcode: z.string().optional(),
    resourceOwnerOrgNumber: z.string().optional(),
    resourceType: z.string().optional(),
  })
  .meta({ id: 'FrontResource' });
const frontPackageDto = z
  .strictObject({
    id: z.guid().optional(),
    urn: z.string(),
    name: z.string().optional(),
    description: z.string().optional(),
    resources: z.array(z.unknown()),
  })
  .meta({ id: 'FrontPackage' });
const contentsDto = { resources: z.array(frontResourceDto), accessPackages: z.array(frontPackageDto) };

/** What `toFrontSystemDto` gives. */
export const frontSystemDto = z
  .strictObject({
    systemId: z.string(),
    systemVendorOrgNumber: z.string(),
    systemVendorOrgName: z.string(),
    name: z.string(),
  })
  .meta({ id: 'FrontSystem' });

/** What `toFrontContentsDto` gives. */
export const frontContentsDto = z.strictObject(contentsDto);

/** What `toFrontRequestDto` gives. */
export const frontRequestDto = z
  .strictObject({
    id: z.guid(),
    partyId: z.int(),
    partyUuid: z.guid(),
    status: z.string(),
    redirectUrl: z.string().optional(),
    system: frontSystemDto.optional(),
    ...contentsDto,
    requiredRights: z.array(frontResourceDto).optional(),
    unwantedRights: z.array(frontResourceDto).optional(),
    requiredAccessPackages: z.array(frontPackageDto).optional(),
    unwantedAccessPackages: z.array(frontPackageDto).optional(),
    created: z.iso.datetime(),
    escalated: z.boolean().optional(),
    userMayEscalateButNotApprove: z.boolean(),
  })
  .meta({ id: 'FrontRequest' });

/** What `toFrontSystemUserDto` gives. */
export const frontSystemUserDto = internalDto
  .extend({
    partyUuid: z.guid(),
    system: frontSystemDto.optional(),
    ...contentsDto,
  })
  .meta({ id: 'FrontSystemUser' });

/** Vendors from whom an organisation takes no more requests. */
export const blockedVendorDto = z.strictObject({
  orgNo: z.string(),
  name: z.string(),
  blockedByName: z.string(),
  blockedAt: z.iso.datetime(),
});
