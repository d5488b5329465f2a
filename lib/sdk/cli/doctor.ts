import { decodeJwt, type JWTPayload } from 'jose';
import { membersOf } from '../call-service.ts';
import { ServiceUnavailable, TokenRefused } from '../errors.ts';
import { signGrant } from '../grant.ts';
import { createIssuerClock } from '../issuer-clock.ts';
import { readMetadata } from '../metadata.ts';
import { requestToken } from '../request-token.ts';
import { readSigningKey } from '../signing-key.ts';
import type { Command, Given, World } from './command.ts';
import { diagnose, type Finding } from './diagnose.ts';
import { readText } from './key-file.ts';
import { CLIENT, issuerOf, readClient, readTokenRequest, TOKEN } from './settings.ts';

/** What Maskinporten lets the clocks differ by (maskinporten.md §4.2). */
const SKEW_MS = 10_000;

/** Goes through all that a token needs, says what is right and what is not, and what to do. */
export const doctor: Command = {
  summary: 'Ask for a token step by step, and say what is wrong and what to do',
  options: {
    ...CLIENT,
    ...TOKEN,
    grant: {
      type: 'string',
      value: 'FILE',
      help: 'a grant that your own program has signed, instead of a key; it is used up',
    },
  },
  run: async (given, world) => {
    const findings = await examine(given, world);
    return {
      ok: findings.every(({ outcome }) => outcome !== 'failed'),
      text: findings.map(toLine).join('\n'),
      json: findings,
    };
  },
};

async function examine(given: Given, { fetch }: World): Promise<readonly Finding[]> {
  const issuer = issuerOf(given);
  const patient = toPatient(given);
  const clock = createIssuerClock();
  const findings: Finding[] = [...patient.findings];
  let grant = '';
  try {
    const { metadata, answer } = await readMetadata(fetch, issuer);
    clock.learn(answer.headers);
    findings.push({ step: 'metadata', outcome: 'passed', found: issuer }, judgeClock(clock.aheadMs()));
    grant = await patient.grant(clock.now());
    const { accessToken } = await requestToken(fetch, metadata.tokenEndpoint, grant);
    return [
      ...findings,
      ...diagnose(claimsOf(grant)),
      { step: 'token', outcome: 'passed', found: describe(accessToken) },
    ];
  } catch (error) {
    if (error instanceof TokenRefused) return [...findings, ...diagnose(claimsOf(grant), toFault(error))];
    if (error instanceof ServiceUnavailable) return [...findings, toOutage(error, findings)];
    throw error;
  }
}

/** What is examined: a grant that is there, or a client that signs one. */
function toPatient(given: Given): {
  readonly findings: readonly Finding[];
  readonly grant: (now: Date) => Promise<string>;
} {
  const file = given.text('grant');
  if (file !== undefined) {
    const grant = readText(file).trim();
    return { findings: [], grant: async () => grant };
  }
  const { issuer, clientId, key } = readClient(given);
  const request = readTokenRequest(given);
  const signing = readSigningKey(key);
  const name = signing.kid === undefined ? 'named by a certificate' : `kid ${signing.kid}`;
  return {
    findings: [{ step: 'key file', outcome: 'passed', found: `RSA ${signing.bits}, ${signing.alg}, ${name}` }],
    grant: (now) => signGrant(signing, { issuer, clientId, now }, request),
  };
}

/** The claims of a grant; of what is no JWT none. */
function claimsOf(grant: string): JWTPayload {
  try {
    return decodeJwt(grant);
  } catch {
    return {};
  }
}

function judgeClock(aheadMs: number): Finding {
  const seconds = Math.abs(aheadMs / 1000);
  if (Math.abs(aheadMs) <= SKEW_MS)
    return { step: 'clock', outcome: 'passed', found: `${seconds} s from the issuer’s` };
  return {
    step: 'clock',
    outcome: 'failed',
    found: `The clock here is ${seconds} s ${aheadMs > 0 ? 'behind' : 'ahead of'} the issuer’s.`,
    cure: 'Set it by a time server. If the clock of a sandbox has been moved, date grants by that.',
  };
}

function toFault({ code, description, hint, errorUri, traceId }: TokenRefused) {
  const trace = traceId === undefined ? '' : ` (trace id ${traceId})`;
  const cure = [hint, errorUri && `More: ${errorUri}`].filter(Boolean).join(' ');
  return { code, found: `${description}${trace}`, cure: cure === '' ? undefined : cure };
}

function toOutage({ message, cause }: ServiceUnavailable, findings: readonly Finding[]): Finding {
  const reason = membersOf(membersOf(cause).cause).code;
  return {
    step: findings.some(({ step }) => step === 'metadata') ? 'token endpoint' : 'metadata',
    outcome: 'failed',
    found: typeof reason === 'string' ? `${message} (${reason}).` : `${message}.`,
    cure: 'See that --url and --issuer are right, down to the last slash, and that nothing on the way stops the call.',
  };
}

/** What the token says, not the token. */
function describe(accessToken: string): string {
  const { consumer, scope, exp, authorization_details: details } = decodeJwt(accessToken);
  const [detail] = Array.isArray(details) ? details : [];
  const user = membersOf(detail).systemuser_id;
  return [
    `for ${String(membersOf(consumer).ID)}`,
    `scope ${String(scope)}`,
    ...(user === undefined ? [] : [`system user ${String(user)}`]),
    ...(exp === undefined ? [] : [`until ${new Date(exp * 1000).toISOString()}`]),
  ].join(', ');
}

const MARKS = { passed: '✓', failed: '✗', skipped: '–' } as const;

function toLine({ step, outcome, code, found, cure }: Finding): string {
  const head = `${MARKS[outcome]} ${[step, code].filter(Boolean).join(': ')}`;
  if (outcome !== 'failed') return found === undefined ? head : `${head}: ${found}`;
  return [head, found, cure && `→ ${cure}`].filter(Boolean).join('\n    ');
}
