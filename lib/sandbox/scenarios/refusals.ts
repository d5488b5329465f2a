import { env } from '../../config/env.ts';
import { EVENT_PROBLEMS, eventProblem } from '../../events/problems.ts';
import { adminResponse } from '../../http/admin-response.ts';
import { oauthResponse } from '../../http/oauth-response.ts';
import { problemResponse } from '../../http/problem-response.ts';
import { type Answer, RETRY_AFTER_SECONDS } from '../../http/responses.ts';
import type { ErrorFamily } from '../../http/section.ts';
import { AUTH_CODES, authProblem } from '../../kernel/auth-problems.ts';
import { bindingProblem, ProblemError, STATUS_TITLES, validationProblem } from '../../kernel/errors.ts';
import { ADMINISTRATION_PROBLEMS, administrationProblem } from '../../maskinporten/administration/problems.ts';
import { refusal, TOKEN_PROBLEMS } from '../../maskinporten/problems.ts';
import { REGISTER_CODES, registerError } from '../../register/problems.ts';
import { REQUEST_PROBLEM_CODES, requestProblem } from '../../requests/problems.ts';
import { SCENARIO_HEADER } from './header.ts';

type Refusal = { readonly code: string; readonly family: ErrorFamily; readonly make: () => Error };

/** The refusal that vendors meet when there is no system user; a value that is wrong in itself is MP-303, too. */
const NO_SYSTEM_USER = { error: 'invalid_altinn_customer_configuration' };

/** Every refusal that can be asked for by its code, in the family that it belongs to. */
const REFUSALS: ReadonlyMap<string, Refusal> = new Map([
  ...inFamily('oauth', TOKEN_PROBLEMS, (code) => refusal(code, '', code === 'MP-303' ? NO_SYSTEM_USER : {})),
  ...inFamily('administration', keysOf(EVENT_PROBLEMS), (code) => eventProblem(code)),
  ...inFamily('administration', keysOf(ADMINISTRATION_PROBLEMS), (code) => administrationProblem(code)),
  ...inFamily('problem', REGISTER_CODES, (code) => validationProblem([registerError(code)])),
  ...inFamily('problem', REQUEST_PROBLEM_CODES, requestProblem),
  ...inFamily('problem', AUTH_CODES, (code) => authProblem(code)),
]);

function inFamily<Code extends string>(
  family: ErrorFamily,
  codes: readonly Code[],
  make: (code: Code) => Error,
): readonly (readonly [string, Refusal])[] {
  return codes.map((code) => [code.toLowerCase(), { code, family, make: () => make(code) }]);
}

function keysOf<Key extends string>(catalogue: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(catalogue) as Key[];
}

/** The refusal with that code, in any capitals, and the family of endpoints that gives it. */
export function findRefusal(code: string): Refusal | undefined {
  return REFUSALS.get(code.toLowerCase());
}

/** The codes that endpoints of a family can be asked for. */
function codesOf(family: ErrorFamily): readonly string[] {
  return [...REFUSALS.values()].filter((refused) => refused.family === family).map(({ code }) => code);
}

const RENDER: Readonly<Record<ErrorFamily, (error: unknown) => Answer>> = {
  oauth: (error) => oauthResponse(env().issuer, error),
  administration: adminResponse,
  problem: problemResponse,
  krav: problemResponse,
};

/** What an endpoint of that family answers in an ending: `503`, `429` or the code of a refusal. */
export function answerTo(ending: string, family: ErrorFamily): Answer {
  return RENDER[family](errorOf(ending));
}

/** Said to a caller that asks for what this endpoint cannot do. */
export function unknownScenario(family: ErrorFamily, parts: readonly string[]): Answer {
  const text = `Unknown scenario. Known here: ${[...parts, ...codesOf(family)].join(', ')}.`;
  return RENDER[family](family === 'oauth' ? refusal('MP-011', text) : bindingProblem({ [SCENARIO_HEADER]: [text] }));
}

function errorOf(ending: string): Error {
  // As PostgreSQL says it while it starts: the way in which the real answer comes about.
  if (ending === '503') return Object.assign(new Error('Unavailable by a scenario.'), { code: '57P03' });
  if (ending === '429') {
    const headers = { 'retry-after': RETRY_AFTER_SECONDS };
    return new ProblemError({ status: 429, title: STATUS_TITLES[429], headers });
  }
  return findRefusal(ending)?.make() ?? new Error(`There is no ending ${ending}.`);
}
