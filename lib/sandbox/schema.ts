import { z } from 'zod';
import { isSynthetic, parsePersonNo, parseUuid } from '../kernel/brands.ts';

/** Life of a generated token when the caller does not say, in seconds. */
const TTL_DEFAULT_SECONDS = 1800;
const TTL_MAX_SECONDS = 30 * 24 * 3600;
const BULK_MAX = 1000;
const SCOPES_MAX_LENGTH = 4000;
/** The largest number that the register's columns hold. */
const INTEGER_MAX = 2_147_483_647;

const orgNo = z.string().regex(/^[0-9]{9}$/, 'must be nine digits');
const org = z
  .string()
  .regex(/^[A-Za-z0-9]{2,20}$/, 'must be a short code of letters and digits')
  .transform((code) => code.toLowerCase());
const uuid = z.string().transform((text, context) => {
  const parsed = parseUuid(text);
  if (!parsed) context.addIssue({ code: 'custom', message: 'must be a UUID' });
  return parsed ?? '';
});
const number = (max: number) =>
  z
    .string()
    .regex(/^[0-9]{1,10}$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value <= max, `must be at most ${max}`);

/** Real people have no place in a sandbox: only synthetic numbers pass. */
const pid = z.string().transform((text, context) => {
  const parsed = parsePersonNo(text);
  if (!parsed || !isSynthetic(parsed))
    context.addIssue({ code: 'custom', message: 'must be a synthetic person number' });
  return text;
});

/** Scopes by comma or space, as a token writes them. */
const scopes = z
  .string()
  .max(SCOPES_MAX_LENGTH)
  .regex(/^[A-Za-z0-9:/_.,+ -]*$/, 'must be scopes by comma or space')
  .transform((text) => text.split(/[ ,+]+/).filter((scope) => scope !== ''))
  .transform((list) => list.join(' '));

const common = {
  env: z.string().optional(),
  scopes: scopes.optional(),
  ttl: number(TTL_MAX_SECONDS).default(TTL_DEFAULT_SECONDS),
  bulkCount: number(BULK_MAX).default(0),
  dump: z.string().optional(),
};
const anyParty = { partyId: number(INTEGER_MAX).optional(), partyuuid: uuid.optional() };

/** Query of `GetEnterpriseToken`. */
export const enterpriseQuery = z.object({
  ...common,
  ...anyParty,
  org: org.optional(),
  orgNo: orgNo.optional(),
  supplierOrgNo: orgNo.optional(),
  clientId: z.string().max(100).optional(),
});
export type EnterpriseQuery = z.output<typeof enterpriseQuery>;

/** Query of `GetPersonalToken`. */
export const personalQuery = z.object({
  ...common,
  ...anyParty,
  pid: pid.optional(),
  userId: number(INTEGER_MAX).optional(),
  userName: z.string().max(100).optional(),
  authLvl: z
    .string()
    .regex(/^[0-4]$/, 'must be 0 to 4')
    .transform(Number)
    .default(3),
  consumerOrgNo: orgNo.optional(),
  clientId: z.string().max(100).optional(),
});
export type PersonalQuery = z.output<typeof personalQuery>;

/** Query of `GetSystemUserToken`. */
export const systemUserQuery = z.object({
  ...common,
  systemUserId: uuid,
  systemUserOrg: orgNo.optional(),
  orgNo: orgNo.optional(),
  supplierOrgNo: orgNo.optional(),
  clientId: z.string().max(100).optional(),
});
export type SystemUserQuery = z.output<typeof systemUserQuery>;

/** Query of `GetPlatformAccessToken`. */
export const platformQuery = z.object({
  ...common,
  app: z.string().regex(/^[A-Za-z0-9_.-]{1,50}$/, 'must be the name of an app'),
  org: org.optional(),
});
export type PlatformQuery = z.output<typeof platformQuery>;

const rolesDto = z.array(z.strictObject({ orgNo: z.string(), name: z.string(), roles: z.array(z.string()) }));
const partyDto = { name: z.string(), partyId: z.int(), partyUuid: z.guid() };

/** What `listTestParties` gives. */
export const testPartiesDto = z.strictObject({
  people: z.array(
    z.strictObject({ ...partyDto, pid: z.string(), userId: z.int(), userName: z.string(), roles: rolesDto }),
  ),
  organisations: z.array(
    z.strictObject({
      ...partyDto,
      orgNo: z.string(),
      organisationForm: z.string(),
      org: z.string().optional(),
      parentOrgNo: z.string().optional(),
      clients: rolesDto,
    }),
  ),
});
