import { z } from 'zod';
import { isPlainText } from '../../kernel/text.ts';
import type { DelegationSource } from './delegation-sources.ts';
import type { SessionUser } from './read-session-user.ts';

/** Where a member that is absent or null becomes what it means. */
export function optional<Schema extends z.ZodType, Value>(schema: Schema, absent: Value) {
  return schema.nullish().transform((value) => value ?? absent);
}

/** One line of visible text. */
export function line(max: number) {
  return z
    .string()
    .max(max)
    .refine((text) => isPlainText(text), 'must not contain control or invisible characters');
}

/** Several lines of visible text. */
export function lines(max: number) {
  return z
    .string()
    .max(max)
    .refine((text) => isPlainText(text, { lines: true }), 'must not contain control or invisible characters');
}

/** An absolute URI. */
export const uri = z
  .string()
  .max(1000)
  .refine((value) => URL.canParse(value), 'must be an absolute URI');

/** An absolute URI, or nothing: absent, null or empty. */
export const uriOrNothing = optional(z.union([z.literal(''), uri]), '').transform((value) => value || undefined);

/** Whether a query parameter says `true`, in any case. */
export function isTrue(text: string | undefined): boolean {
  return text?.toLowerCase() === 'true';
}

/** A query parameter as a whole number; what is not one counts as absent. */
export function toNumber(text: string | undefined, absent: number): number {
  return text !== undefined && /^[0-9]{1,9}$/.test(text) ? Number(text) : absent;
}

/** An organisation on the wire. */
export function toOrganisationDto(organisation: { readonly orgNo: string; readonly name: string }) {
  return { orgnr: organisation.orgNo, name: organisation.name };
}

/** A delegation source on the wire. */
export function toDelegationSourceDto({ name, issuer, since }: DelegationSource) {
  return { name, issuer, created: since.toISOString(), last_updated: since.toISOString() };
}

/** A session on the wire. Nobody here has to accept terms before administering, so nobody is sent to do it. */
export function toSessionUserDto(user: SessionUser) {
  return {
    authenticated_organization_number: user.orgNo ?? null,
    authenticated_organization_name: user.name ?? null,
    is_synthetic_organization_number: user.isSynthetic,
    has_consented: true,
  };
}

/** What `toSessionUserDto` gives. */
export const sessionUserDto = z.strictObject({
  authenticated_organization_number: z.string().nullable(),
  authenticated_organization_name: z.string().nullable(),
  is_synthetic_organization_number: z.boolean(),
  has_consented: z.literal(true),
});

/** What `toOrganisationDto` gives. */
export const organisationDto = z.strictObject({ orgnr: z.string(), name: z.string() });

/** What `toDelegationSourceDto` gives. */
export const delegationSourceDto = z.strictObject({
  name: z.string(),
  issuer: z.string(),
  created: z.iso.datetime(),
  last_updated: z.iso.datetime(),
});
