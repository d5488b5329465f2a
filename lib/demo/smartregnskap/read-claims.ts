import { AltinnRefused } from './altinn.ts';
import { type Answer, callService, membersOf, objectsOf, ServiceError } from './call-service.ts';
import { refreshConnection } from './connect-customer.ts';
import { getToken, TokenRefused } from './get-token.ts';
import type { ClaimsOutcome, OpenClaim, OpenClaims } from './model.ts';
import type { Settings } from './settings.ts';
import { connectionOf, updateConnection } from './state.ts';

const SCOPE = 'skatteetaten:kravogbetalinger';

/**
 * Reads what a customer owes, with a token for the customer's system user. Remembers what was read, for a day when the service
 * cannot be reached.
 * @returns an outcome for every refusal that the customer can be told; nothing is thrown for them.
 */
export async function readClaims(settings: Settings, orgNo: string): Promise<ClaimsOutcome> {
  try {
    return await askService(settings, orgNo);
  } catch (error) {
    if (error instanceof TokenRefused) return explainRefusal(settings, orgNo, error);
    if (!(error instanceof ServiceError)) throw error;
    const last = connectionOf(settings.stateFile, orgNo).lastClaims;
    return { kind: 'unreachable', ...(last === undefined ? {} : { last }) };
  }
}

async function explainRefusal(
  settings: Settings,
  orgNo: string,
  { code, message }: TokenRefused,
): Promise<ClaimsOutcome> {
  const explained = { code, explanation: withoutTrace(message) };
  if (code !== 'MP-303') return { kind: 'no-system-user', ...explained };
  if (await isStillGranted(settings, orgNo)) return { kind: 'on-hold', ...explained };
  updateConnection(settings.stateFile, orgNo, { status: 'none' });
  return { kind: 'no-system-user', ...explained };
}

/** Whether Altinn still has the customer's yes; not when it cannot be asked, or nothing was asked of the customer from here. */
async function isStillGranted(settings: Settings, orgNo: string): Promise<boolean> {
  try {
    const { requestId, status } = await refreshConnection(settings, orgNo);
    return requestId !== undefined && status === 'connected';
  } catch (error) {
    if (error instanceof AltinnRefused || error instanceof TokenRefused || error instanceof ServiceError) return false;
    throw error;
  }
}

async function askService(settings: Settings, orgNo: string): Promise<ClaimsOutcome> {
  let answer = await fetchClaims(settings, orgNo);
  if (answer.status === 401) answer = await fetchClaims(settings, orgNo);
  switch (answer.status) {
    case 200: {
      const shown = { claims: toOpenClaims(answer.body), readAt: new Date().toISOString() };
      updateConnection(settings.stateFile, orgNo, { status: 'connected', lastClaims: shown });
      return { kind: 'claims', ...shown };
    }
    case 401:
      return { kind: 'not-accepted' };
    case 403:
      return { kind: 'no-right' };
    case 404:
      return { kind: 'unknown-organisation' };
    default:
      throw new ServiceError('Krav og betalinger', answer.body);
  }
}

async function fetchClaims(settings: Settings, orgNo: string): Promise<Answer> {
  const token = await getToken(settings, { scope: SCOPE, orgNo });
  return callService('Krav og betalinger', `${settings.kravUrl}/regnskapssystem/${orgNo}/aapnekrav`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  });
}

function toOpenClaims(body: unknown): OpenClaims {
  const { totalOversikt, oversiktPerKravgruppe, aapentKravMedGjenstaaendeBeloep } = membersOf(body);
  const total = membersOf(totalOversikt);
  return {
    balance: Number(total.saldo),
    unplaced: Number(total.sumUplasserteInnbetalinger),
    ...toSums(total),
    groups: objectsOf(oversiktPerKravgruppe).map((group) => ({
      group: String(group.kravgruppe),
      ...toSums(group),
      balance: Number(group.saldo),
    })),
    claims: objectsOf(aapentKravMedGjenstaaendeBeloep).flatMap(toClaimLines),
  };
}

function toSums(sums: Readonly<Record<string, unknown>>): Pick<OpenClaims, 'interest' | 'overdue' | 'notOverdue'> {
  return {
    interest: Number(sums.sumStipulerteRenter),
    overdue: Number(sums.sumForfalteKrav),
    notOverdue: Number(sums.sumIkkeForfalteKrav),
  };
}

/** One line for each due date on which something is left to pay. */
function toClaimLines(claim: Readonly<Record<string, unknown>>): OpenClaim[] {
  const texts = objectsOf(membersOf(claim.kravbeskrivelse).spraakTekst);
  const description = Object.fromEntries(texts.map((text) => [String(text.spraak), String(text.tekst)]));
  return objectsOf(claim.kravforfall)
    .filter((due) => Number(due.gjenstaaendeBeloep) > 0)
    .map((due) => {
      const payment = membersOf(due.betalingsinformasjon);
      return {
        id: String(due.kravforfallsIdentifikator),
        description,
        group: String(claim.kravgruppe),
        dueOn: String(due.forfallsdato),
        outstanding: Number(due.gjenstaaendeBeloep),
        kid: String(payment.kidnummer ?? ''),
        account: String(membersOf(payment.konto).kontonummer ?? ''),
      };
    });
}

/** The trace id helps the operator, not the customer. */
function withoutTrace(description: string): string {
  return description.replace(/\s*\((trace_id|correlation id):[^)]*\)\s*$/, '');
}
