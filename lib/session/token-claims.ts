import { z } from 'zod';
import { ISO6523_AUTHORITY } from '../kernel/brands.ts';

/** Generated tokens write numbers as text now and then. */
const number = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^[0-9]{1,15}$/)
    .transform(Number),
]);
const words = z.string().transform((text) => text.split(' ').filter((word) => word !== ''));

const organisation = z
  .object({ authority: z.literal(ISO6523_AUTHORITY), ID: z.string().regex(/^0192:[0-9]{9}$/) })
  .transform(({ ID }) => ID.slice('0192:'.length));

/** The exchange may have serialised an object claim as a JSON text. */
const jsonText = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});

const systemUserDetails = z.object({
  type: z.literal('urn:altinn:systemuser'),
  systemuser_id: z.tuple([z.string()]),
  systemuser_org: organisation,
  system_id: z.string(),
});

/**
 * The claims that say who calls, as Maskinporten, the exchange, the log-in and the token generator write them.
 * @see `altinn-api.md` §1.1
 */
export const tokenClaims = z.object({
  scope: words.catch([]),
  'urn:altinn:scope': words.catch([]),
  client_id: z.string().optional().catch(undefined),
  actual_iss: z.string().optional().catch(undefined),
  consumer: z
    .union([organisation, jsonText.pipe(organisation)])
    .optional()
    .catch(undefined),
  consumer_prefix: z.union([z.array(z.string()), z.string().transform((prefix) => [prefix])]).catch([]),
  authorization_details: z
    .union([z.array(z.unknown()), jsonText.pipe(z.array(z.unknown()))])
    .optional()
    .catch(undefined)
    .transform((details) => {
      if (details?.length !== 1) return undefined;
      const parsed = systemUserDetails.safeParse(details[0]);
      return parsed.success ? parsed.data : undefined;
    }),
  'urn:altinn:orgNumber': z
    .string()
    .regex(/^[0-9]{9}$/)
    .optional()
    .catch(undefined),
  'urn:altinn:org': z
    .string()
    .regex(/^[a-z0-9]{2,20}$/)
    .optional()
    .catch(undefined),
  'urn:altinn:userid': number.optional().catch(undefined),
  'urn:altinn:partyid': number.optional().catch(undefined),
  'urn:altinn:party:uuid': z.uuid().optional().catch(undefined),
  'urn:altinn:authlevel': number.catch(0),
});
export type TokenClaims = z.output<typeof tokenClaims>;
