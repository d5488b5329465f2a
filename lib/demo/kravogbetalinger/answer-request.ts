import { randomUUID } from 'node:crypto';
import { mayRead } from './ask-pdp.ts';
import { findAccount } from './demo-data.ts';
import { discoverIssuer, type Issuer } from './issuer.ts';
import type { LogLine } from './log.ts';
import type { IsoDate } from './model.ts';
import { keepOwnToken, type OwnToken } from './own-token.ts';
import { findCorrelationId, type Period, readParameters } from './parameters.ts';
import { KravError } from './problems.ts';
import { json, refuse } from './responses.ts';
import { toClaims, toOpenClaims, toPayments } from './schema.ts';
import type { Settings } from './settings.ts';
import { readSystemUser } from './system-user.ts';
import { readBearer, requireScope, type VerifiedClaims, verifyToken } from './verify-token.ts';

/** Where the API lives below its host, whatever its version. */
export const BASE_PATH = '/kravogbetalinger';
const VERSION = 'v1';

const RESOURCES = ['aapnekrav', 'krav', 'innbetalinger', 'utbetalinger'] as const;
type Resource = (typeof RESOURCES)[number];

type Call = { readonly orgNo: string; readonly resource: Resource };
type Service = {
  readonly settings: Settings;
  readonly issuer: Issuer;
  readonly ownToken: OwnToken;
  readonly now: () => number;
};

/**
 * Builds the API: a function from request to answer, with its own memory of the issuer's keys and of its own token.
 * @param options.now milliseconds since 1970, this API's clock.
 */
export function makeApi(
  settings: Settings,
  options: { readonly now: () => number; readonly log: (line: LogLine) => void },
): (request: Request) => Promise<Response> {
  const issuer = discoverIssuer(settings.issuer, options.now);
  const service = { settings, issuer, ownToken: keepOwnToken(settings, issuer, options.now), now: options.now };

  return async (request) => {
    const url = new URL(request.url);
    const correlationId = findCorrelationId(request, url) ?? randomUUID();
    const line: { -readonly [Name in keyof LogLine]: LogLine[Name] } = { correlationId, status: 200 };
    let response: Response;
    try {
      response = json(200, await answer(service, request, url, line));
    } catch (error) {
      response = refuse(error, correlationId);
      line.error = error;
    }
    response.headers.set('Korrelasjonsid', correlationId);
    options.log({ ...line, status: response.status });
    return response;
  };
}

/** The checks in their order; each one relies on those before it. */
async function answer(
  service: Service,
  request: Request,
  url: URL,
  line: { claims?: VerifiedClaims; systemUser?: string; orgNo?: string },
): Promise<unknown> {
  const { settings } = service;
  const call = readPath(url.pathname);
  if (request.method !== 'GET') throw methodNotAllowed();
  const token = readBearer(request.headers);
  const claims = await verifyToken(token, settings, service.issuer, Math.floor(service.now() / 1000));
  line.claims = claims;
  requireScope(claims, settings.scope);
  const systemUser = readSystemUser(claims);
  line.systemUser = systemUser;
  const period = readParameters(request, url, { orgNo: call.orgNo, hasPeriod: call.resource !== 'aapnekrav' });
  line.orgNo = call.orgNo;
  const permitted = await mayRead(settings, service.ownToken, { systemUser, orgNo: call.orgNo });
  if (!permitted) throw new KravError('KB-005', 'Systembrukeren har ikke denne fullmakten for virksomheten.');
  return readResource(call, period, toNorwegianDate(service.now()));
}

/** @throws KravError KB-003 for a path that is none of the API's. */
function readPath(pathname: string): Call {
  const below = pathname.slice(BASE_PATH.length).replace(/\/$/, '').split('/');
  const [, version, packageName, orgNo, name, ...rest] = below;
  const resource = RESOURCES.find((candidate) => candidate === name);
  const isOurs = version === VERSION && packageName === 'regnskapssystem';
  if (!isOurs || orgNo === undefined || resource === undefined || rest.length > 0) {
    throw new KravError('KB-003', 'Ukjent adresse.');
  }
  return { orgNo, resource };
}

/** @throws KravError KB-009, KB-007 */
function readResource(call: Call, period: Period | undefined, today: IsoDate): unknown {
  const account = findAccount(call.orgNo);
  if (account === undefined) throw new KravError('KB-009', 'Ingen treff på organisasjonsnummeret.');
  if (call.resource === 'aapnekrav') return toOpenClaims(account, today);
  if (period === undefined || call.resource === 'utbetalinger') throw nothingFound();
  if (call.resource === 'krav') {
    const body = toClaims(account, period);
    if (body.krav.length === 0) throw nothingFound();
    return body;
  }
  const body = toPayments(account, period);
  if (body.innbetaling.length === 0) throw nothingFound();
  return body;
}

function nothingFound(): KravError {
  return new KravError('KB-007', 'Ingen krav eller betalinger for organisasjonsnummeret i perioden.');
}

function methodNotAllowed(): KravError {
  return new KravError('KB-003', 'Adressen kan bare leses med GET.', { status: 405, headers: { Allow: 'GET' } });
}

/** Due dates are days in Norway, whatever the machine's zone. */
function toNorwegianDate(now: number): IsoDate {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(now);
}
