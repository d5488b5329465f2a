import { authProblem } from '../kernel/auth-problems.ts';
import { ProblemError } from '../kernel/errors.ts';
import type { RequestKind, RequestStatus } from './model.ts';

const REQUEST_PROBLEMS = {
  'REQ-00001': [409, 'What is asked for has changed since it was shown. Read it again before you answer.'],
  'REQ-00002': [429, 'Too many requests to this customer are waiting for an answer. Withdraw some or wait.'],
  'REQ-00003': [429, 'The request has been sent on already. Try again tomorrow.'],
  'REQ-00004': [403, 'The system is suspended.'],
  'REQ-00005': [404, 'The person cannot answer for this organisation.'],
  'REQ-00006': [409, 'The request was answered while it was being withdrawn. Read it again.'],
  'REQ-00007': [403, 'The customer takes no requests from this vendor.'],
  'REQ-00008': [429, 'The vendor has been asked for a change already. Try again tomorrow.'],
} as const satisfies Record<string, readonly [number, string]>;

/** Our own problems of requests, where Altinn has no number; public and never reused. */
export type RequestProblemCode = keyof typeof REQUEST_PROBLEMS;

/** Every code there is, in order. */
export const REQUEST_PROBLEM_CODES = Object.keys(REQUEST_PROBLEMS) as readonly RequestProblemCode[];

const RETRY_AFTER_SECONDS: Readonly<Partial<Record<RequestProblemCode, string>>> = {
  'REQ-00002': '3600',
  'REQ-00003': '86400',
  'REQ-00008': '86400',
};

/** Makes one of our own problems for the caller to throw. */
export function requestProblem(code: RequestProblemCode): ProblemError {
  const [status, title] = REQUEST_PROBLEMS[code];
  const retryAfter = RETRY_AFTER_SECONDS[code];
  return new ProblemError({ status, code, title, headers: retryAfter ? { 'retry-after': retryAfter } : {} });
}

/** The end user's "no such request", which has its own number for agents. */
export function noSuchRequest(kind: RequestKind): ProblemError {
  return authProblem(kind === 'agent' ? 'AUTH-00030' : 'AUTH-00010');
}

/** The request is for another organisation than the one that the path names. */
export function wrongParty(kind: RequestKind): ProblemError {
  return authProblem(kind === 'agent' ? 'AUTH-00042' : 'AUTH-00041');
}

/** Why a triple that is in use cannot be asked for again. */
export function tripleInUse(status: Exclude<RequestStatus, 'Timedout'>): ProblemError {
  switch (status) {
    case 'Accepted':
      return authProblem('AUTH-00006');
    case 'New':
      return authProblem('AUTH-00007');
    case 'Denied':
      return authProblem('AUTH-00008');
    case 'Rejected':
      return authProblem('AUTH-00009');
  }
}
