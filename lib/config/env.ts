import { z } from 'zod';
import { type TracingSettings, toTracing, tracingShape } from './tracing.ts';

const boolean = z.enum(['true', 'false']).transform((text) => text === 'true');
const httpUrl = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));

const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info');

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PORTAL_URL: httpUrl.optional(),
  PORTAL_ENVIRONMENT: z.enum(['sandbox', 'test', 'production']).default('sandbox'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must start with file: or postgres://')
    .default('file:data/portal.sqlite'),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  OPERATOR_ORG_NO: z
    .string()
    .regex(/^[0-9]{9}$/, 'must be nine digits')
    .default('202200206'),
  SMARTREGNSKAP_URL: httpUrl.optional(),
  KRAV_URL: httpUrl.optional(),
  SIGNING_KEY_BITS: z.enum(['2048', '3072', '4096']).default('2048').transform(Number),
  ASSERTION_LIFETIME_MAX_SECONDS: z.coerce.number().int().min(10).max(600).default(180),
  TOKEN_ENDPOINT_AUDIENCE: boolean.default(false),
  SCOPE_NAME_HYPHENS: boolean.default(false),
  TRUSTED_PROXY: boolean.default(false),
  CLIENT_CERTIFICATE_TRUST_STORE: z.string().optional(),
  CLIENT_CERTIFICATE_REVOCATION_LISTS: z.string().optional(),
  REQUEST_EXPIRY_DAYS: z.coerce.number().int().min(1).default(180),
  PENDING_REQUESTS_MAX: z.coerce.number().int().min(0).default(0),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(0).default(0),
  SANDBOX_CREDENTIALS: z
    .string()
    .regex(/^[^:]+:.+$/, 'must be user:password')
    .default('sandbox:sandbox'),
  SUBSCRIPTION_KEY: z.string().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_JWK: z.string().optional(),
  OIDC_ACR_VALUES: z.string().default('idporten-loa-high'),
  GUESTS_DIR: z.string().default('data/guests'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+/, 'must start with smtp:// or smtps://')
    .optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:|https:\/\/|tel:)\S+$/, 'must start with mailto:, https:// or tel:')
    .optional(),
  MAIL_FROM: z.string().default('ikke-svar@localhost'),
  WEBHOOK_HTTP: boolean.optional(),
  WEBHOOK_LOOPBACK: boolean.optional(),
  OPERATIONS_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  OPERATIONS_HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: logLevel,
  ...tracingShape,
});

type Raw = z.output<typeof schema>;

type Source = Readonly<Record<string, string | undefined>>;

/** Every setting of the portal, checked and completed. Urls carry no trailing slash; `issuer` does. */
export type Env = Omit<
  Raw,
  'PORTAL_URL' | 'AUTH_SECRET' | 'SMARTREGNSKAP_URL' | 'KRAV_URL' | 'WEBHOOK_HTTP' | 'WEBHOOK_LOOPBACK'
> & {
  readonly PORTAL_URL: string;
  readonly AUTH_SECRET: string;
  readonly SMARTREGNSKAP_URL: string;
  readonly KRAV_URL: string;
  /** Whether a webhook may go unencrypted. */
  readonly WEBHOOK_HTTP: boolean;
  /** Whether a webhook may go to this machine itself. */
  readonly WEBHOOK_LOOPBACK: boolean;
  /** The Maskinporten issuer: `PORTAL_URL` and a slash, compared byte for byte, never taken from a request. */
  readonly issuer: string;
  /** The host of `PORTAL_URL`, without a port. */
  readonly hostname: string;
};

/** Thrown when settings are wrong; the message lists every one of them. */
export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(`Wrong settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

/**
 * Reads and checks settings; an empty value counts as absent.
 * @throws SettingsError with a line for each wrong setting.
 */
export function readEnv(source: Source): Env {
  const raw = parse(schema, source);
  const problems: string[] = [];
  if (raw.AUTH_SECRET === undefined) problems.push('AUTH_SECRET: required (npm start makes one in the sandbox)');
  if (raw.PORTAL_ENVIRONMENT !== 'sandbox' && raw.PORTAL_URL === undefined) {
    problems.push(`PORTAL_URL: required when PORTAL_ENVIRONMENT is ${raw.PORTAL_ENVIRONMENT}`);
  }
  if (raw.PORTAL_ENVIRONMENT === 'production' && raw.PORTAL_URL?.startsWith('http://')) {
    problems.push('PORTAL_URL: must be https in production');
  }
  if (raw.OPERATIONS_PORT === raw.PORT) problems.push('OPERATIONS_PORT: must be another port than PORT');
  const oidc = [raw.OIDC_ISSUER, raw.OIDC_CLIENT_ID, raw.OIDC_CLIENT_JWK];
  if (oidc.some(Boolean) && !oidc.every(Boolean)) {
    problems.push('OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_JWK: set all three or none');
  }
  if (raw.PORTAL_ENVIRONMENT === 'production' && raw.OIDC_ISSUER === undefined) {
    problems.push('OIDC_ISSUER: required in production, where the test log-in is absent');
  }
  if (problems.length > 0) throw new SettingsError(problems);
  const portalUrl = raw.PORTAL_URL ?? `http://localhost:${raw.PORT}`;
  return {
    ...raw,
    PORTAL_URL: portalUrl,
    AUTH_SECRET: raw.AUTH_SECRET ?? '',
    SMARTREGNSKAP_URL: raw.SMARTREGNSKAP_URL ?? portalUrl,
    KRAV_URL: raw.KRAV_URL ?? portalUrl,
    SUBSCRIPTION_KEY: raw.SUBSCRIPTION_KEY ?? (raw.PORTAL_ENVIRONMENT === 'sandbox' ? 'sandbox' : undefined),
    WEBHOOK_HTTP: raw.WEBHOOK_HTTP ?? raw.PORTAL_ENVIRONMENT !== 'production',
    WEBHOOK_LOOPBACK: raw.WEBHOOK_LOOPBACK ?? raw.PORTAL_ENVIRONMENT === 'sandbox',
    issuer: `${portalUrl}/`,
    hostname: new URL(portalUrl).hostname,
  };
}

/** Reads settings. @throws SettingsError with a line for each wrong one */
function parse<Schema extends z.ZodType>(settings: Schema, source: Source): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = settings.safeParse(given);
  if (result.success) return result.data;
  throw new SettingsError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
}

let current: Env | undefined;

/** The settings of this process, read once. @throws SettingsError */
export function env(): Env {
  current ??= readEnv(process.env);
  return current;
}

/** Which wings a process serves; the guests run without a database when they stand alone. */
export type Serve = 'all' | 'portal' | 'krav' | 'smartregnskap';

const serveSchema = z.object({
  SERVE: z.enum(['all', 'portal', 'krav', 'smartregnskap']).default('all'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PORTAL_URL: httpUrl.optional(),
});

/**
 * Reads what a process needs before it knows whether it is the portal: its wings and its address.
 * `origin` is the portal's public address, or this process's own when it serves a guest alone.
 * @throws SettingsError
 */
export function readServe(source: Source): {
  readonly wings: Serve;
  readonly address: { readonly host: string; readonly port: number; readonly origin: string };
} {
  const { SERVE, PORT, HOST, PORTAL_URL } = parse(serveSchema, source);
  const isPortal = SERVE === 'all' || SERVE === 'portal';
  const origin = isPortal ? (PORTAL_URL ?? `http://localhost:${PORT}`) : `http://localhost:${PORT}`;
  return { wings: SERVE, address: { host: HOST, port: PORT, origin } };
}

/** Where the spans of a process go, the portal's or a guest's; `undefined` when nobody wants them. @throws SettingsError */
export function readTracing(source: Source): TracingSettings | undefined {
  return toTracing(parse(z.object(tracingShape), source));
}

/** How much a process logs, the portal's or a guest's. @throws SettingsError */
export function readLogLevel(source: Source): z.output<typeof logLevel> {
  return parse(z.object({ LOG_LEVEL: logLevel }), source).LOG_LEVEL;
}
