import type { AuthCode } from '../../kernel/auth-problems.ts';
import type { Language } from '../languages.ts';
import { problemText } from '../problem-texts.ts';
import { textIn } from '../texts.ts';
import { common } from './common.ts';
import { delegation } from './delegation.ts';
import type { Explanation } from './explanation.ts';
import { neverAnswered } from './never-answered.ts';
import { register } from './register.ts';
import { registry } from './registry.ts';
import { requests } from './requests.ts';
import { sandbox } from './sandbox.ts';
import { systemUsers } from './system-users.ts';

/** The explanation of every numbered code of the APIs; one of Altinn's without any does not compile. */
export const EXPLANATIONS = {
  ...requests,
  ...delegation,
  ...systemUsers,
  ...neverAnswered,
  ...register,
  ...common,
  ...registry,
  ...sandbox,
} as const satisfies Readonly<Record<AuthCode, Explanation>>;

/** A numbered code of the APIs; public, stable, never reused. */
export type NumberedCode = keyof typeof EXPLANATIONS;

/** Every numbered code of the APIs, in order. */
export const NUMBERED_CODES = Object.keys(EXPLANATIONS).sort() as readonly NumberedCode[];

/** Codes that belong together for readers. */
export const CODE_GROUPS = ['requests', 'fields', 'registry', 'sandbox', 'neverAnswered'] as const;
type CodeGroup = (typeof CODE_GROUPS)[number];

/** The group that a code belongs to. */
export function groupOf(code: NumberedCode): CodeGroup {
  if (code in neverAnswered) return 'neverAnswered';
  if (code.startsWith('RR')) return 'registry';
  if (code.startsWith('SBX')) return 'sandbox';
  return /^(AUTH\.VLD|STD)/.test(code) ? 'fields' : 'requests';
}

/** The code that a text is, in any capitals. */
export function findNumberedCode(text: string): NumberedCode | undefined {
  return NUMBERED_CODES.find((code) => code === text.toUpperCase());
}

/** What a code means in one sentence, without its full stop; the usual causes, and what helps. */
export function explainCode(
  code: NumberedCode,
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
