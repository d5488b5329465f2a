import type { Context } from '#lib/context/context.ts';
import { formatDateTime } from '#lib/i18n/format.ts';
import type { Language } from '#lib/i18n/languages.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { parseJws } from '#lib/maskinporten/assertion/jws.ts';
import { ERROR_TEXTS } from '#lib/maskinporten/error-texts.ts';
import { explainGrant, type GrantCheck } from '#lib/maskinporten/explain-grant.ts';
import { explainToken, type TokenCheck } from '#lib/maskinporten/explain-token.ts';
import { ownIssuers } from '#lib/maskinporten/issuers.ts';
import { EXPLAINED_CODES } from '#lib/maskinporten/problems.ts';

type Words = { readonly t: Translate<'vendor'>; readonly language: Language };

/** A check in words. */
export type ExplainedCheck = {
  readonly id: string;
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly word: string;
  readonly text: string;
  /** What the token endpoint would answer, and where it is explained. */
  readonly answer?: { readonly description: string; readonly href: string; readonly link: string };
};

/** A pasted JWT, explained in the reader's language. */
export type Explanation = {
  readonly good: boolean;
  readonly verdict: string;
  readonly checks: readonly ExplainedCheck[];
  readonly header: string;
  readonly claims: readonly {
    readonly name: string;
    readonly value: string;
    /** The instant that the value stands for. */
    readonly moment?: { readonly iso: string; readonly text: string };
    readonly meaning: string;
  }[];
  /** The vendor's own system user that it speaks for. */
  readonly systemUserId: string | undefined;
};

const TIMES: readonly string[] = ['iat', 'exp', 'nbf'];

/** Explains a token of ours, or else a grant; `undefined` for a text that is neither. */
export async function explain(context: Context, text: string, words: Words): Promise<Explanation | undefined> {
  const jws = parseJws(text);
  if (!jws) return undefined;
  const isToken = typeof jws.payload.iss === 'string' && ownIssuers().includes(jws.payload.iss);
  const { checks, systemUserId } = await (isToken ? tokenChecks : grantChecks)(context, text, words);
  const good = checks.every(({ outcome }) => outcome !== 'failed');
  return {
    good,
    verdict: words.t(`token.${isToken ? 'resultToken' : 'resultGrant'}.${good ? 'passed' : 'failed'}`),
    checks,
    header: JSON.stringify(jws.header, null, 2),
    claims: Object.entries(jws.payload).map(([name, value]) => toClaim(name, value, words)),
    systemUserId,
  };
}

type Checked = Pick<Explanation, 'checks' | 'systemUserId'>;

async function tokenChecks(context: Context, text: string, { t }: Words): Promise<Checked> {
  const explained = await explainToken(context, text);
  const failedText = (check: TokenCheck['check']) =>
    explained?.isSuspended && check === 'system-user'
      ? ('token.failedTexts.suspended' as const)
      : (`token.failedTexts.${check}` as const);
  const checks = (explained?.checks ?? []).map(({ check, outcome }) => ({
    id: check,
    title: t(`token.steps.${check}`),
    outcome,
    word: t(`token.outcomes.${outcome}`),
    text: outcome === 'skipped' ? '' : t(outcome === 'passed' ? passedText(check) : failedText(check)),
  }));
  return { checks, systemUserId: explained?.systemUserId };
}

/** A token's times and signature are the issuer's, a grant's its client's. */
function passedText(check: TokenCheck['check']) {
  return check === 'time' || check === 'signature'
    ? (`token.tokenTexts.${check}` as const)
    : (`token.passedTexts.${check}` as const);
}

async function grantChecks(context: Context, text: string, words: Words): Promise<Checked> {
  const { keys, systemUserId, ...found } = await explainGrant(context, text);
  const { t } = words;
  const kids = keys && t('token.kids', { kid: keys.named ?? '–', kids: keys.registered.join(', ') || '–' });
  const checks = found.checks.map((check) => {
    const explained = toCheck(check, words);
    const isKey = check.check === 'signature' && check.outcome === 'failed' && kids !== undefined;
    return isKey ? { ...explained, text: `${explained.text} ${kids}` } : explained;
  });
  return { checks, systemUserId };
}

function toCheck({ check, outcome, refusal }: GrantCheck, { t, language }: Words): ExplainedCheck {
  const shared = { id: check, title: t(`token.steps.${check}`), outcome, word: t(`token.outcomes.${outcome}`) };
  if (outcome === 'passed') return { ...shared, text: t(`token.passedTexts.${check}`) };
  const code = EXPLAINED_CODES.find((each) => each === refusal?.code);
  if (!refusal || !code) return { ...shared, text: '' };
  const text = check === 'client' ? t('token.failedTexts.client') : `${ERROR_TEXTS[code][language].title}.`;
  const link = t('token.explain', { code });
  return { ...shared, text, answer: { description: refusal.description, href: `/errors/${code}`, link } };
}

function toClaim(name: string, value: unknown, { t, language }: Words) {
  const at = TIMES.includes(name) && typeof value === 'number' ? new Date(value * 1000) : undefined;
  return {
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value, null, 1),
    ...(at && !Number.isNaN(at.getTime())
      ? { moment: { iso: at.toISOString(), text: formatDateTime(language, at) } }
      : {}),
    meaning: isKnown(name) ? t(`token.claimTexts.${name}`) : t('token.claimTexts.other'),
  };
}

const KNOWN = [
  'iss',
  'sub',
  'aud',
  'iat',
  'exp',
  'nbf',
  'jti',
  'scope',
  'resource',
  'pid',
  'consumer_org',
  'authorization_details',
  'client_id',
  'client_amr',
  'consumer',
  'supplier',
  'token_type',
  'delegation_source',
  'consumer_prefix',
] as const;

function isKnown(name: string): name is (typeof KNOWN)[number] {
  return KNOWN.some((known) => known === name);
}
