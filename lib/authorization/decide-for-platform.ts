import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import { BareError } from '../kernel/errors.ts';
import { isSameSecret } from '../kernel/same-secret.ts';
import { answerXacml } from './authorize.ts';
import type { Question } from './model.ts';
import type { Faulty } from './question.ts';

/**
 * Answers the platform's own services, which prove themselves to the gateway by a subscription key alone and may ask
 * about anybody. They name people by user id or party, never by number.
 * @param key the request's `Ocp-Apim-Subscription-Key`
 * @throws BareError 404 where no key is set · 401 for another key · ProblemError 400 above the limits.
 * @see altinn-api.md §15.1
 */
export async function decideForPlatform(
  context: Pick<Context, 'db' | 'now'>,
  key: string | null,
  readBody: () => Promise<unknown>,
) {
  const wanted = env().SUBSCRIPTION_KEY;
  if (wanted === undefined) throw new BareError(404);
  if (key === null || !isSameSecret(key, wanted)) throw new BareError(401);
  return answerXacml(context, await readBody(), { admit: async () => {}, read: withoutPersonNo });
}

function withoutPersonNo(question: Question | Faulty): Question | Faulty {
  if ('fault' in question) return question;
  const { subject, party } = question;
  const isNumber = (key: object | undefined) => key !== undefined && 'personNo' in key;
  const named = subject.kind === 'person' && isNumber(subject.key);
  return named || isNumber(party) ? { fault: 'processing-error', reason: 'bad-identifier' } : question;
}
