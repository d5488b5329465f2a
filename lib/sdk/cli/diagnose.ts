type Step = {
  readonly step: string;
  readonly codes: readonly string[];
  /** Looked at only in grants that have it. */
  readonly claim?: string;
};

/** What the token endpoint looks at, in its own order (maskinporten.md §4.1), and the codes that say that it was not right. */
const STEPS: readonly Step[] = [
  { step: 'form of the grant', codes: ['MP-011', 'grant-type'] },
  { step: 'client', codes: ['MP-100'] },
  { step: 'audience', codes: ['MP-110'] },
  { step: 'key or certificate', codes: ['unknown-kid', 'kid-required', 'MP-120', 'MP-121', 'MP-122', 'MP-123'] },
  { step: 'signature', codes: ['MP-124'] },
  { step: 'time', codes: ['MP-130', 'issue-time', 'not-before', 'lifetime', 'no-lifetime'] },
  { step: 'not used before', codes: ['MP-012'] },
  { step: 'scopes of the client', codes: ['MP-200', 'MP-201'] },
  { step: 'access to the scopes', codes: ['MP-250', 'MP-251', 'consumer-org'] },
  { step: 'resource', codes: ['target'], claim: 'resource' },
  { step: 'authorization_details', codes: ['MP-301', 'MP-302'], claim: 'authorization_details' },
  { step: 'system user', codes: ['MP-303'], claim: 'authorization_details' },
];

/** How one thing went. */
export type Finding = {
  readonly step: string;
  /** `skipped` when nothing is known of it: the grant does not ask for it, or it comes after what went wrong. */
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly code?: string;
  /** What was found, or what is wrong. */
  readonly found?: string;
  readonly cure?: string;
};

/** What is wrong with a grant. */
export type Fault = { readonly code: string; readonly found: string; readonly cure: string | undefined };

/**
 * Tells from the answer which things of a grant were right: all that the endpoint looks at before what it refused. A code
 * that is not known says nothing of any of them.
 * @param claims of the grant
 * @param fault `undefined` when there was a token
 */
export function diagnose(claims: Readonly<Record<string, unknown>>, fault?: Fault): readonly Finding[] {
  const failed = STEPS.findIndex(({ codes }) => fault !== undefined && codes.includes(fault.code));
  if (fault !== undefined && failed < 0) return [failing('grant', fault)];
  return STEPS.map(({ step, claim }, index) => {
    if (fault !== undefined && index === failed) return failing(step, fault);
    const isAsked = claim === undefined || claims[claim] !== undefined;
    return { step, outcome: isAsked && (failed < 0 || index < failed) ? 'passed' : 'skipped' };
  });
}

function failing(step: string, { code, found, cure }: Fault): Finding {
  return { step, outcome: 'failed', code, found, ...(cure === undefined ? {} : { cure }) };
}
