import type { Status } from '#app/_ui/status-tag.tsx';
import type { AgreementStatus, Evidence } from '#lib/onboarding/model.ts';

/** How each status of an agreement looks. */
export const AGREEMENT_TAGS: Readonly<Record<AgreementStatus, Status>> = {
  applied: 'waiting',
  test: 'active',
  'production-applied': 'waiting',
  production: 'active',
  refused: 'rejected',
  suspended: 'suspended',
};

/** What a vendor can show, in the order it comes about. */
export const EVIDENCE = [
  'clientCreated',
  'systemRegistered',
  'requestApproved',
  'tokenFetched',
] as const satisfies readonly (keyof Evidence)[];

/** How much of the evidence is there. */
export function evidenceCount(evidence: Evidence): number {
  return EVIDENCE.filter((name) => evidence[name] !== undefined).length;
}
