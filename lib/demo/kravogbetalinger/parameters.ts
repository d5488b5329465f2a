import { isOrgNo } from './check-digits.ts';
import type { IsoDate } from './model.ts';
import { invalidInput, KravError } from './problems.ts';

const CORRELATION_ID = /^[A-Za-z0-9\-_.]{1,128}$/;
/** A client may send one query to every resource: where there is no period, its days are not looked at. */
const NAMES = ['fraOgMed', 'tilOgMed', 'Korrelasjonsid'];
const ISO_DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;

/** A period with both days included. */
export type Period = { readonly from: IsoDate; readonly to: IsoDate };

/**
 * Finds the caller's correlation id, in the header or the query.
 * @returns `undefined` when there is none, or none that can be repeated safely.
 */
export function findCorrelationId(request: Request, url: URL): string | undefined {
  const given = request.headers.get('korrelasjonsid') ?? url.searchParams.get('Korrelasjonsid');
  return given !== null && CORRELATION_ID.test(given) ? given : undefined;
}

/**
 * Checks everything that the caller wrote except the token, then whether JSON may be answered.
 * @returns the period, or `undefined` for a resource that has none.
 * @throws KravError KB-006, KB-008
 */
export function readParameters(
  request: Request,
  url: URL,
  details: { readonly orgNo: string; readonly hasPeriod: boolean },
): Period | undefined {
  if (!isOrgNo(details.orgNo)) throw invalidInput('Organisasjonsnummeret i adressen er ikke gyldig.');
  checkNames(url);
  checkCorrelationIds(request, url);
  checkNoBody(request);
  const period = details.hasPeriod ? readPeriod(url) : undefined;
  if (!acceptsJson(request.headers.get('accept'))) {
    throw new KravError('KB-008', 'API-et svarer bare med application/json.');
  }
  return period;
}

/** A parameter that would be passed over could mean something else to whoever sent it. */
function checkNames(url: URL): void {
  const names = [...url.searchParams.keys()];
  if (names.some((name) => !NAMES.includes(name))) throw invalidInput(`Parametrene er ${NAMES.join(', ')}.`);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw invalidInput(`${repeated} er oppgitt mer enn én gang.`);
}

function checkCorrelationIds(request: Request, url: URL): void {
  const header = request.headers.get('korrelasjonsid');
  const query = url.searchParams.get('Korrelasjonsid');
  for (const value of [header, query]) {
    if (value !== null && !CORRELATION_ID.test(value)) {
      throw invalidInput('Korrelasjonsid kan ha inntil 128 tegn av A-Z a-z 0-9 - _ .');
    }
  }
  if (header !== null && query !== null && header !== query) {
    throw invalidInput('Korrelasjonsid er oppgitt med to ulike verdier.');
  }
}

function checkNoBody(request: Request): void {
  const length = request.headers.get('content-length') ?? '0';
  if (request.body !== null || length !== '0' || request.headers.has('transfer-encoding')) {
    throw invalidInput('Kallet kan ikke ha innhold.');
  }
}

function readPeriod(url: URL): Period {
  const from = readDate(url, 'fraOgMed');
  const to = readDate(url, 'tilOgMed');
  if (to < from) throw invalidInput('tilOgMed er før fraOgMed');
  if (to >= oneYearAfter(from)) throw invalidInput('Perioden kan være høyst ett år.');
  return { from, to };
}

function readDate(url: URL, name: string): IsoDate {
  const text = url.searchParams.get(name);
  if (text === null || text === '') throw invalidInput(`${name} mangler`);
  const date = new Date(`${text}T00:00:00Z`);
  const exists = ISO_DATE.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (!exists) throw invalidInput(`${name} er ikke en dato (ÅÅÅÅ-MM-DD)`);
  return text;
}

function oneYearAfter(date: IsoDate): IsoDate {
  return `${String(Number(date.slice(0, 4)) + 1).padStart(4, '0')}${date.slice(4)}`;
}

/** Weighs the media ranges: the most exact one that covers JSON decides, and `q=0` means no (RFC 9110 §12.5.1). */
function acceptsJson(accept: string | null): boolean {
  if (accept === null || accept.trim() === '') return true;
  const weights = new Map<string, number>();
  for (const range of accept.split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    weights.set(name, Math.max(weights.get(name) ?? 0, weight === undefined ? 1 : Number(weight)));
  }
  return (weights.get('application/json') ?? weights.get('application/*') ?? weights.get('*/*') ?? 0) > 0;
}
