import type { AuthCode } from '../../kernel/auth-problems.ts';
import type { Language } from '../languages.ts';
import { problemText } from '../problem-texts.ts';
import { textIn } from '../texts.ts';
import { agreements } from './agreements.ts';
import { clientKeys } from './client-keys.ts';
import { clients } from './clients.ts';
import { common } from './common.ts';
import { delegation } from './delegation.ts';
import type { Explanation } from './explanation.ts';
import { neverAnswered } from './never-answered.ts';
import { register } from './register.ts';
import { registry } from './registry.ts';
import { requests } from './requests.ts';
import { sandbox } from './sandbox.ts';
import { scopes } from './scopes.ts';
import { systemUsers } from './system-users.ts';
import { webhooks } from './webhooks.ts';

/** The explanation of every code of a problem; one of Altinn's without any does not compile, and of others fails a test. */
export const EXPLANATIONS = {
  ...requests,
  ...delegation,
  ...systemUsers,
  ...neverAnswered,
  ...register,
  ...common,
  ...registry,
  ...sandbox,
  ...clients,
  ...clientKeys,
  ...scopes,
  ...webhooks,
  ...agreements,
} as const satisfies Readonly<Record<AuthCode, Explanation>>;

/** A code by which an API or a form refuses, numbered (`AUTH-00007`) or named (`unknown_scope`); public, stable, never reused. */
export type ProblemCode = keyof typeof EXPLANATIONS;

/** Every code of a problem, in order. */
export const PROBLEM_CODES = Object.keys(EXPLANATIONS).sort() as readonly ProblemCode[];

/** Codes that belong together for readers. */
export const CODE_GROUPS = ['requests', 'fields', 'registry', 'sandbox', 'administration', 'neverAnswered'] as const;
type CodeGroup = (typeof CODE_GROUPS)[number];

/** The group that a code belongs to. */
export function groupOf(code: ProblemCode): CodeGroup {
  if (code in neverAnswered) return 'neverAnswered';
  if (/^[a-z]/.test(code)) return 'administration';
  if (code.startsWith('RR')) return 'registry';
  if (code.startsWith('SBX')) return 'sandbox';
  return /^(AUTH\.VLD|STD)/.test(code) ? 'fields' : 'requests';
}

/** The code that a text is, in any capitals; `-` and `_` are told apart, since two codes differ in nothing else. */
export function findProblemCode(text: string): ProblemCode | undefined {
  return PROBLEM_CODES.find((code) => code.toUpperCase() === text.toUpperCase());
}

/** What a code means in one sentence, without its full stop; the usual causes, and what helps. */
export function explainCode(
  code: ProblemCode,
  language: Language,
): { readonly title: string; readonly causes: readonly string[]; readonly cures: readonly string[] } {
  const { causes, cures }: Explanation = EXPLANATIONS[code];
  const [first = ''] = (problemText(language, code) ?? '').split(/\.(?:\s|$)/);
  return {
    title: first,
    causes: causes.map((texts) => textIn(language, texts)),
    cures: cures.map((texts) => textIn(language, texts)),
  };
}
