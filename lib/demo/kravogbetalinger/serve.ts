import { randomUUID } from 'node:crypto';
import { makeApi } from './answer-request.ts';
import { type Clock, keepClock } from './clock.ts';
import { writeLog } from './log.ts';
import { refuse } from './responses.ts';
import { readSettings } from './settings.ts';

let served: { readonly api: ReturnType<typeof makeApi>; readonly clock: Clock } | undefined;

/** Answers a request with the API of this process. Settings are read at the first call: a build has none. */
export async function serve(request: Request): Promise<Response> {
  try {
    served ??= start();
  } catch (error) {
    const correlationId = randomUUID();
    writeLog({ correlationId, status: 500, error });
    return refuse(error, correlationId);
  }
  await served.clock.look();
  return served.api(request);
}

function start(): NonNullable<typeof served> {
  const settings = readSettings(process.env);
  const clock = keepClock(settings.clockUrl);
  return { clock, api: makeApi(settings, { now: clock.now, log: writeLog }) };
}
