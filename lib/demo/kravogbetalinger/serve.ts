import { randomUUID } from 'node:crypto';
import { makeApi } from './answer-request.ts';
import { writeLog } from './log.ts';
import { refuse } from './responses.ts';
import { readSettings } from './settings.ts';

let api: ReturnType<typeof makeApi> | undefined;

/** Answers a request with the API of this process. Settings are read at the first call: a build has none. */
export async function serve(request: Request): Promise<Response> {
  try {
    api ??= makeApi(readSettings(process.env), { now: Date.now, log: writeLog });
  } catch (error) {
    const correlationId = randomUUID();
    writeLog({ correlationId, status: 500, error });
    return refuse(error, correlationId);
  }
  return api(request);
}
