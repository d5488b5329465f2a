import type { Context } from '../context/context.ts';
import { bindingProblem } from '../kernel/errors.ts';
import { tell } from '../kernel/happenings.ts';
import { assertAsker, assertMayKnow } from './asker.ts';
import { decideFor, toFault } from './decide-for.ts';
import { stampDecision } from './last-decisions.ts';
import { type Decision, ENTRIES_MAX, type Question } from './model.ts';
import type { Faulty } from './question.ts';
import { readsOf } from './reads.ts';
import { toXacmlResponse, toXacmlResult, type XacmlRequest, xacmlRequest } from './schema.ts';
import { type Evaluation, evaluationsOf } from './xacml.ts';

/**
 * The PDP's front door: answers a XACML JSON request. What makes no sense is `Indeterminate`, not an error; one such
 * part turns the whole batch into a single `Indeterminate`. The trace of a decision never leaves through here.
 * @param readBody gives the parsed JSON with member names folded; called once the caller is known to be allowed.
 * @throws BareError 401, 403 (without scope, or asking about somebody else without being a service owner)
 * · ProblemError 400 above the limits.
 * @see XACML 3.0 JSON profile, altinn-api.md §15
 */
export async function authorize(context: Context, readBody: () => Promise<unknown>) {
  const asker = assertAsker(context);
  const admit = (questions: readonly (Question | undefined)[]) => assertMayKnow(context.db, asker, questions);
  return answerXacml(context, await readBody(), { admit });
}

/**
 * Answers a XACML JSON request whose caller may ask.
 * @param who `admit` throws when the caller may not know the answers, `read` may refuse a question.
 */
export async function answerXacml(
  context: Pick<Context, 'db' | 'now'>,
  body: unknown,
  who: {
    readonly admit: (questions: readonly (Question | undefined)[]) => Promise<void>;
    readonly read?: (question: Question | Faulty) => Question | Faulty;
  },
) {
  const parsed = xacmlRequest.safeParse(body);
  const evaluations: readonly Evaluation[] = parsed.success
    ? evaluationsOf(withinLimits(parsed.data.Request))
    : [{ asked: [], question: { fault: 'syntax-error', reason: 'malformed' } }];
  await who.admit(evaluations.map(({ question }) => ('fault' in question ? undefined : question)));

  const reads = readsOf(context.db);
  const results: ReturnType<typeof toXacmlResult>[] = [];
  for (const { asked, question: given } of evaluations) {
    const question = who.read ? who.read(given) : given;
    const decision = 'fault' in question ? toFault(question) : await decideFor(context.db, question, reads);
    tell('decision', { outcome: decision.decision });
    const result = toXacmlResult(decision, asked);
    if (decision.decision === 'Indeterminate') return toXacmlResponse([result]);
    if (!('fault' in question)) noteUse(context, question.subject, decision);
    results.push(result);
  }
  return toXacmlResponse(results);
}

/** A system user is in use when the PDP lets it in. */
function noteUse(
  context: Pick<Context, 'db' | 'now'>,
  subject: { readonly kind: string; readonly id?: string },
  decision: Decision,
): void {
  if (subject.id !== undefined && decision.decision === 'Permit') stampDecision(context.db, subject.id, context.now);
}

/** @throws ProblemError 400 for more parts than one request may have. */
function withinLimits(request: XacmlRequest): XacmlRequest {
  const { MultiRequests, ...categories } = request;
  const tooLong = new Set<string>();
  const measure = (name: string, list: readonly unknown[]) => {
    if (list.length > ENTRIES_MAX) tooLong.add(name);
  };
  const references = MultiRequests?.RequestReference ?? [];
  measure('MultiRequests.RequestReference', references);
  for (const { ReferenceId } of references) measure('MultiRequests.RequestReference', ReferenceId ?? []);
  for (const [name, list] of Object.entries(categories)) {
    measure(name, list);
    for (const { Attribute } of list) measure(name, Attribute);
  }
  if (tooLong.size === 0) return request;
  throw bindingProblem(
    Object.fromEntries(
      [...tooLong].map((name) => [`$.Request.${name}`, [`At most ${ENTRIES_MAX} entries are allowed.`]]),
    ),
  );
}
