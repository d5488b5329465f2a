import { z } from 'zod';
import { type AccessPackage, type PackageArea, type PackageGroup, textIn } from './model.ts';
import type { Catalogue, PackageResource, PackageSurroundings } from './read-catalogue.ts';
import type { FoundPackage } from './search-access-packages.ts';

const TYPE_NAMES: Readonly<Record<string, string>> = { organization: 'Organisasjon', person: 'Person' };

/** A package as the wire has it, in one language, with its area but without its siblings. */
export function toPackageDto(found: AccessPackage, language: string, { groups, resources }: PackageSurroundings) {
  const group = groups.find((candidate) => candidate.id === found.area.groupId);
  const type = group?.type ?? 'organization';
  return {
    id: found.id,
    name: textIn(found.name, language),
    urn: found.urn,
    description: textIn(found.description, language),
    isDelegable: found.isDelegable,
    isAssignable: found.isAssignable,
    isResourcePolicyAvailable: true,
    area: toAreaDto(found.area, language),
    type: { id: type, name: TYPE_NAMES[type] ?? type },
    resources: (resources.get(found.urn) ?? []).map((resource) => toPackageResourceDto(resource, language)),
  };
}

/** An area as the wire has it. */
export function toAreaDto(area: PackageArea, language: string) {
  return {
    id: area.id,
    name: textIn(area.name, language),
    urn: `accesspackage:area:${area.code}`,
    description: textIn(area.description, language),
  };
}

/** A group as the wire has it. */
export function toGroupDto(group: PackageGroup, language: string) {
  return {
    id: group.id,
    name: textIn(group.name, language),
    description: textIn(group.description, language),
    type: group.type,
  };
}

/** The catalogue as a tree of groups, areas and packages. */
export function toExportDto(catalogue: Catalogue, language: string, surroundings: PackageSurroundings) {
  return catalogue.groups.map((group) => ({
    ...toGroupDto(group, language),
    areas: catalogue.areas
      .filter((area) => area.groupId === group.id)
      .map((area) => ({
        ...toAreaDto(area, language),
        packages: catalogue.packages
          .filter((found) => found.area.id === area.id)
          .map((found) => toPackageDto(found, language, surroundings)),
      })),
  }));
}

/** A search result as the wire has it. */
export function toFoundDto(found: FoundPackage, language: string, surroundings: PackageSurroundings) {
  return { object: toPackageDto(found.package, language, surroundings), score: found.score, fields: found.fields };
}

/** A resource that a package opens. */
export function toPackageResourceDto({ identifier, document }: PackageResource, language: string) {
  const owner = (document.hasCompetentAuthority ?? {}) as { orgcode?: string; name?: Record<string, string> };
  return {
    id: identifier,
    refId: identifier,
    name: textIn((document.title ?? {}) as Record<string, string>, language),
    description: textIn((document.description ?? {}) as Record<string, string>, language),
    provider: { code: owner.orgcode ?? '', name: textIn(owner.name ?? {}, language) },
    type: { name: document.resourceType },
  };
}

/** What `toAreaDto` gives. */
export const areaDto = z
  .strictObject({ id: z.guid(), name: z.string(), urn: z.string(), description: z.string() })
  .meta({ id: 'PackageArea' });

/** What `toPackageResourceDto` gives. */
export const packageResourceDto = z
  .strictObject({
    id: z.string(),
    refId: z.string(),
    name: z.string(),
    description: z.string(),
    provider: z.strictObject({ code: z.string(), name: z.string() }),
    type: z.strictObject({ name: z.string() }),
  })
  .meta({ id: 'PackageResource' });

/** What `toPackageDto` gives. */
export const packageDto = z
  .strictObject({
    id: z.guid(),
    name: z.string(),
    urn: z.string(),
    description: z.string(),
    isDelegable: z.boolean(),
    isAssignable: z.boolean(),
    isResourcePolicyAvailable: z.boolean(),
    area: areaDto,
    type: z.strictObject({ id: z.string(), name: z.string() }),
    resources: z.array(packageResourceDto),
  })
  .meta({ id: 'Package' });

/** What `toGroupDto` gives. */
export const groupDto = z
  .strictObject({ id: z.guid(), name: z.string(), description: z.string(), type: z.string() })
  .meta({ id: 'PackageGroup' });

/** What `toExportDto` gives. */
export const exportDto = z.array(
  groupDto.extend({ areas: z.array(areaDto.extend({ packages: z.array(packageDto) })) }),
);

/** What `toFoundDto` gives. */
export const foundDto = z.strictObject({
  object: packageDto,
  score: z.number(),
  fields: z.array(z.strictObject({ field: z.string(), value: z.string(), score: z.number() })),
});
