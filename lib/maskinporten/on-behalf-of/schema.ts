import { z } from 'zod';
import { line, lines, optional, uriOrNothing } from '../administration/schema.ts';
import type { NamedOnBehalfOf } from './model.ts';

const body = z
  .object({
    onbehalfof: z.string().nullish(),
    name: line(255).min(1),
    orgno: z.string(),
    description: optional(lines(1000), '').transform((text) => text || undefined),
    uri: uriOrNothing,
    logo_uri: uriOrNothing,
    active: z.boolean().nullish(),
  })
  .meta({ id: 'OnBehalfOfBody' });

/** An entry as the client's administrator sends it; read-only and unknown members are ignored. */
export const onBehalfOfBody = body.transform((sent) => ({
  onBehalfOf: sent.onbehalfof ?? undefined,
  active: sent.active ?? undefined,
  settings: {
    name: sent.name,
    orgNo: sent.orgno,
    description: sent.description,
    uri: sent.uri,
    logoUri: sent.logo_uri,
  },
}));
export type OnBehalfOfBody = z.output<typeof onBehalfOfBody>;

/** An entry on the wire; what is not set is `null`. */
export function toOnBehalfOfDto(entry: NamedOnBehalfOf) {
  return {
    onbehalfof: entry.onBehalfOf,
    name: entry.name,
    orgno: entry.orgNo,
    organization_name: entry.organisationName,
    description: entry.description ?? null,
    uri: entry.uri ?? null,
    logo_uri: entry.logoUri ?? null,
    active: entry.active,
    created: entry.createdAt.toISOString(),
    last_updated: entry.updatedAt.toISOString(),
  };
}

/** What `toOnBehalfOfDto` gives. */
export const onBehalfOfDto = z
  .strictObject({
    onbehalfof: z.string(),
    name: z.string(),
    orgno: z.string(),
    organization_name: z.string(),
    description: z.string().nullable(),
    uri: z.string().nullable(),
    logo_uri: z.string().nullable(),
    active: z.boolean(),
    created: z.iso.datetime(),
    last_updated: z.iso.datetime(),
  })
  .meta({ id: 'OnBehalfOf' });
