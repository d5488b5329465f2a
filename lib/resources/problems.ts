import { BareError, ProblemError, type ValidationError } from '../kernel/errors.ts';

/** A text that the registry's write endpoints answer as a JSON string with quotes. */
export function quotedText(status: number, text: string): BareError {
  return new BareError(status, JSON.stringify(text), { 'content-type': 'application/json; charset=utf-8' });
}

/** An uploaded policy that this registry does not take; the text says why. */
export function policyRefused(reason: string): BareError {
  return quotedText(400, `Policy not accepted: ${reason}`);
}

/** A policy that is no XML at all: 500, as the real registry answers (`altinn-api.md` §13.4). */
export function policyUnreadable(cause: unknown): ProblemError {
  return new ProblemError({ status: 500, title: 'An error occurred while processing your request.', cause });
}

/** Scopes that the caller's prefixes do not cover: 401, not 403 (§13.3). */
export function foreignScopes(scopes: readonly string[]): ProblemError {
  return new ProblemError({
    status: 401,
    title: 'Unauthorized',
    extensions: { detail: 'Not authorized for creating resource with the listed scopes' },
    errors: { InvalidPrefix: scopes },
  });
}

const PROBLEMS = {
  'RR-00000': { status: 501, title: 'Members are not supported yet as an include option for this endpoint.' },
  'RR-00001': { status: 400, title: 'One or more party references not found.' },
  'RR-00002': { status: 400, title: 'One or more resource references not found.' },
  'RR-00004': {
    status: 403,
    title:
      'Cannot create a access-list connection to a resource not owned by the same service-owner as the access-list.',
  },
} as const;

/** A numbered problem of the registry. */
export function registryProblem(code: keyof typeof PROBLEMS): ProblemError {
  return new ProblemError({ code, ...PROBLEMS[code] });
}

const VALIDATIONS = {
  'RR.VLD-00000': 'Cannot replace more than 100 members at a time. Use POST and DELETE methods instead.',
  'RR.VLD-00001': 'Cannot add or remove more than 100 members at a time.',
  'RR.VLD-00002': 'Resource identifier is required when including resource connections.',
  'RR.VLD-00003': 'At least 1 party must be specified.',
  'RR.VLD-00004': 'Invalid party URN.',
  'RR.VLD-00005': 'Invalid resource URN.',
  'RR.VLD-00006': 'Multiple parties currently not supported.',
  'RR.VLD-00007': 'Multiple resources currently not supported.',
  'RR.VLD-00008': 'Limit must be between 1 and 1000.',
  'RR.VLD-00010': 'Access list owner must be a valid and registered org-code.',
  'RR.VLD-00011': 'Limit must be between 1 and 1000.',
} as const;

/** A numbered validation error of the registry with the members it is about. */
export function registryError(code: keyof typeof VALIDATIONS, ...paths: readonly string[]): ValidationError {
  return { code, title: VALIDATIONS[code], paths };
}

/** Every numbered problem and validation error of the registry. */
export const REGISTRY_CODES: readonly string[] = [...Object.keys(PROBLEMS), ...Object.keys(VALIDATIONS)];
