import { z } from 'zod';
import type { ScopePrefix } from './model.ts';

/** A prefix as the operator sends it; read-only and unknown members are ignored. */
export const prefixBody = z
  .object({
    prefix: z.string(),
    owner_orgno: z.string().nullish(),
    active: z.boolean().nullish(),
  })
  .transform((sent) => ({
    prefix: sent.prefix,
    ownerOrgNo: sent.owner_orgno ?? undefined,
    active: sent.active ?? undefined,
  }));
export type PrefixBody = z.output<typeof prefixBody>;

/** A prefix with its owner's name. */
export type NamedPrefix = ScopePrefix & { readonly ownerName: string };

/** A prefix on the wire. */
export function toPrefixDto(prefix: NamedPrefix) {
  return {
    prefix: prefix.prefix,
    owner_orgno: prefix.ownerOrgNo,
    organization_name: prefix.ownerName,
    active: prefix.active,
    created: prefix.createdAt.toISOString(),
    last_updated: prefix.updatedAt.toISOString(),
  };
}

/** One page of a staff list on the wire. */
export function toPrefixPageDto(page: {
  readonly items: readonly NamedPrefix[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}) {
  return {
    content: page.items.map(toPrefixDto),
    number: page.page,
    size: page.size,
    totalElements: page.total,
    totalPages: Math.ceil(page.total / page.size),
  };
}

/** What `toPrefixDto` gives. */
export const prefixDto = z
  .strictObject({
    prefix: z.string(),
    owner_orgno: z.string(),
    organization_name: z.string(),
    active: z.boolean(),
    created: z.iso.datetime(),
    last_updated: z.iso.datetime(),
  })
  .meta({ id: 'ScopePrefix' });

/** What `toPrefixPageDto` gives. */
export const prefixPageDto = z.strictObject({
  content: z.array(prefixDto),
  number: z.int(),
  size: z.int(),
  totalElements: z.int(),
  totalPages: z.int(),
});
