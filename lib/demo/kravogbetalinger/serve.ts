import { randomUUID } from 'node:crypto';
import { makeApi } from './answer-request.ts';
import { type Clock, keepClock } from './clock.ts';
import { writeLog } from './log.ts';
import { findCorrelationId } from './parameters.ts';
import { KravError } from './problems.ts';
import { refuse } from './responses.ts';
import { findSettings } from './settings.ts';

let served: { readonly api: ReturnType<typeof makeApi>; readonly clock: Clock } | undefined;

/**
 * Answers a request with the API of this process. Settings are read at the first call: a build has none. Where nobody has
 * given the API a client, there is none of its addresses.
 */
export async function serve(request: Request): Promise<Response> {
  try {
    served ??= start();
  } catch (error) {
    const correlationId = findCorrelationId(request, new URL(request.url)) ?? randomUUID();
    const refused = refuse(error, correlationId);
    refused.headers.set('Korrelasjonsid', correlationId);
    writeLog({ correlationId, status: refused.status, error });
    return refused;
  }
  await served.clock.look();
  return served.api(request);
}

/** @throws KravError KB-003 where there is no such API · Error that lists what is missing */
function start(): NonNullable<typeof served> {
  const settings = findSettings(process.env);
  if (!settings) throw new KravError('KB-003', 'Ukjent adresse.');
  const clock = keepClock(settings.clockUrl);
  return { clock, api: makeApi(settings, { now: clock.now, log: writeLog }) };
}
