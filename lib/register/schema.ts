import { z } from 'zod';
import { toIso6523 } from '../kernel/brands.ts';
import { isPlainText, NAME_MAX_CHARACTERS } from '../kernel/text.ts';
import { RESOURCE_ATTRIBUTE } from '../resources/model.ts';
import {
  ACCESS_PACKAGES_MAX,
  CLIENT_IDS_MAX,
  DESCRIPTION_MAX_CHARACTERS,
  PAIRS_PER_RIGHT_MAX,
  type RegisteredSystem,
  RIGHTS_MAX,
  type Right,
  type SystemChange,
} from './model.ts';
import type { SystemDescription } from './register-system.ts';

const PLAIN = 'Control, direction and invisible characters are not allowed.';

const plain = z
  .string()
  .max(NAME_MAX_CHARACTERS)
  .refine((text) => isPlainText(text), PLAIN);

const name = plain
  .refine((text) => text.trim() !== '', 'The name is required.')
  .transform((text) => text.normalize('NFC'));

const description = z
  .string()
  .max(DESCRIPTION_MAX_CHARACTERS)
  .refine((text) => isPlainText(text, { lines: true }), PLAIN)
  .transform((text) => text.normalize('NFC'));

/** An attribute and its value. */
const pairSchema = z.object({ id: plain, value: plain }).meta({ id: 'AttributePair' });

/** A right as the wire has it; a missing list of pairs counts as empty. */
const rightSchema = z
  .object({ action: plain.nullish(), resource: z.array(pairSchema).max(PAIRS_PER_RIGHT_MAX).nullish() })
  .meta({ id: 'Right' })
  .transform(({ action, resource }): Right => ({ ...(action == null ? {} : { action }), resource: resource ?? [] }));

/** An access package as the wire has it. */
const accessPackageSchema = z
  .object({ urn: plain })
  .meta({ id: 'AccessPackage' })
  .transform((accessPackage) => accessPackage.urn);

/** The body of `PUT vendor/{systemId}/rights`. */
export const rightsSchema = z.array(rightSchema).max(RIGHTS_MAX);

/** The body of `PUT vendor/{systemId}/accesspackages`. */
export const accessPackagesSchema = z.array(accessPackageSchema).max(ACCESS_PACKAGES_MAX);

/** The body of `POST vendor` and `PUT vendor/{systemId}`; `redirectResult` is ours. */
export const registerSystemSchema = z
  .object({
    id: z.string().trim().min(1).pipe(plain),
    vendor: z.object({ ID: z.string().trim() }).meta({ id: 'VendorInfo' }),
    name: z.object({ nb: name, nn: name, en: name }),
    description: z.object({ nb: description, nn: description, en: description }),
    rights: rightsSchema.nullish(),
    accessPackages: accessPackagesSchema.nullish(),
    clientId: z.array(plain.min(1)).max(CLIENT_IDS_MAX).nullish(),
    isVisible: z.boolean().nullish(),
    allowedRedirectUrls: z.array(z.string()).nullish(),
    redirectResult: z.boolean().nullish(),
  })
  .meta({ id: 'RegisterSystemRequest' })
  .transform(
    (body): SystemDescription => ({
      systemId: body.id,
      vendorId: body.vendor.ID,
      name: body.name,
      description: body.description,
      rights: body.rights ?? [],
      accessPackages: body.accessPackages ?? [],
      clientIds: body.clientId ?? [],
      isVisible: body.isVisible ?? true,
      allowedRedirectUrls: body.allowedRedirectUrls ?? [],
      redirectResult: body.redirectResult ?? undefined,
    }),
  );

/** A system as lists and end users read it. */
export function toSystemDto(system: RegisteredSystem) {
  return {
    systemId: system.systemId,
    systemVendorOrgNumber: system.vendorOrgNo,
    systemVendorOrgName: '',
    name: system.name,
    description: system.description,
    rights: system.rights,
    accessPackages: toAccessPackageDtos(system.accessPackages),
    isVisible: system.isVisible,
  };
}

/** A system as its vendor reads it. */
export function toOwnSystemDto(system: RegisteredSystem) {
  return {
    id: system.systemId,
    vendor: { ID: toIso6523(system.vendorOrgNo).ID },
    name: system.name,
    description: system.description,
    rights: system.rights,
    accessPackages: toAccessPackageDtos(system.accessPackages),
    isDeleted: system.isDeleted,
    clientId: system.clientIds,
    isVisible: system.isVisible,
    allowedRedirectUrls: system.allowedRedirectUrls,
    ...(system.redirectResult ? { redirectResult: true } : {}),
  };
}

/** Access packages as the wire has them. */
export function toAccessPackageDtos(urns: readonly string[]): readonly { readonly urn: string }[] {
  return urns.map((urn) => ({ urn }));
}

/** One entry of the change log. */
export function toChangeDto(change: SystemChange) {
  return {
    systemInternalId: change.systemInternalId,
    changedByOrgNumber: change.changedByOrgNo,
    changeType: change.changeType,
    changedData: change.changedData ?? undefined,
    clientId: change.clientId,
    created: change.createdAt.toISOString(),
  };
}

/** Rights with apps named the old way, by org and app; pairs with any other attribute fall away. */
export function toOldAppForm(right: Right): Right {
  const resource = right.resource
    .filter((pair) => pair.id === RESOURCE_ATTRIBUTE)
    .flatMap((pair) => {
      const [, org, app] = /^app_([^_]*)_(.*)$/s.exec(pair.value) ?? [];
      if (org === undefined || app === undefined) return [pair];
      return [
        { id: 'urn:altinn:org', value: org },
        { id: 'urn:altinn:app', value: app },
      ];
    });
  return { ...right, resource };
}

const texts = z.record(z.string(), z.string());

/** Rights in an answer. */
export const rightDtos = z.array(
  z.strictObject({
    action: z.string().optional(),
    resource: z.array(z.strictObject({ id: z.string(), value: z.string() })),
  }),
);

/** Access packages in an answer. */
export const accessPackageDtos = z.array(z.strictObject({ urn: z.string() }));

/** What `toSystemDto` gives. */
export const systemDto = z
  .strictObject({
    systemId: z.string(),
    systemVendorOrgNumber: z.string(),
    systemVendorOrgName: z.string(),
    name: texts,
    description: texts,
    rights: rightDtos,
    accessPackages: accessPackageDtos,
    isVisible: z.boolean(),
  })
  .meta({ id: 'RegisteredSystem' });

/** What `toOwnSystemDto` gives. */
export const ownSystemDto = z
  .strictObject({
    id: z.string(),
    vendor: z.strictObject({ ID: z.string() }),
    name: texts,
    description: texts,
    rights: rightDtos,
    accessPackages: accessPackageDtos,
    isDeleted: z.boolean(),
    clientId: z.array(z.string()),
    isVisible: z.boolean(),
    allowedRedirectUrls: z.array(z.string()),
    redirectResult: z.literal(true).optional(),
  })
  .meta({ id: 'RegisteredSystemResponse' });

/** What `toChangeDto` gives. */
export const changeDto = z.strictObject({
  systemInternalId: z.guid(),
  changedByOrgNumber: z.string(),
  changeType: z.string(),
  changedData: z.unknown().optional(),
  clientId: z.string().optional(),
  created: z.iso.datetime(),
});

/** What a change of a system answers. */
export const succeededDto = z.strictObject({ succeeded: z.literal(true) });
