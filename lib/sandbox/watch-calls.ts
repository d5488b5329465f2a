import { setTimeout as wait } from 'node:timers/promises';
import type { Db } from '#db/open.ts';
import type { Instead, KnownCaller, ServedCall } from '../context/served-call.ts';
import { withServedCall } from '../context/served-call.ts';
import type { ArrivingCall, CallWatch } from '../http/call-watch.ts';
import { type Connection, currentConnection } from '../http/connection.ts';
import { keepJournal } from './journal/keep-journal.ts';
import { appliesTo, rememberScenarios } from './scenarios/client-scenarios.ts';
import { SCENARIO_HEADER } from './scenarios/header.ts';
import { answerTo, unknownScenario } from './scenarios/refusals.ts';
import { type Fault, KNOWN_PARTS, parseScenario, type Scenario } from './scenarios/scenario.ts';

/** What the watch itself is steered by and what asks after the process: neither fails by a scenario, nor is it noted. */
const UNWATCHED = /^\/(?:_sandbox|health)(?:\/|$)/;
/** In the place of an answer that nobody gets. */
const NOBODY: Instead = { status: 503, headers: { 'content-length': '0' }, body: null };

type Watching = CallWatch & {
  /** Ends every wait that a scenario asked for: their calls go on at once. */
  readonly hurry: () => void;
};

/**
 * Watches the machine calls of a sandbox: lets those fail that ask for it, by header or by their client, and notes each
 * in the journal.
 * @param report learns of calls that could not be written down
 */
export function watchSandbox(db: Db, now: () => Date, report: (error: unknown) => void): Watching {
  const scenarios = rememberScenarios(db, now);
  const journal = keepJournal(db, report);
  const stopping = new AbortController();

  const around: CallWatch['around'] = async (arriving, work) => {
    if (UNWATCHED.test(arriving.base)) return work();
    const at = now();
    const started = performance.now();
    const call = serve(arriving, { scenarios, stopping: stopping.signal });
    const answer = await withServedCall(call, work);
    const { request, traceId } = arriving;
    const isRefused = answer.status >= 400 && answer.body !== null;
    journal.add(() => ({
      at,
      method: request.method,
      url: request.url,
      status: call.seen.lost ? undefined : answer.status,
      refusal: isRefused && !call.seen.lost ? (answer.body ?? undefined) : undefined,
      clientId: call.seen.caller.clientId,
      orgNo: call.seen.caller.orgNo,
      traceId,
      durationMs: Math.round(performance.now() - started),
      scenario: call.seen.scenario?.text,
    }));
    return answer;
  };
  return {
    around,
    refresh: () => {
      scenarios.forget();
      return journal.flush();
    },
    hurry: () => stopping.abort(),
  };
}

type Seen = { caller: KnownCaller; scenario: Scenario | undefined; lost: boolean };

function serve(
  { request, errors }: ArrivingCall,
  { scenarios, stopping }: { readonly scenarios: ReturnType<typeof rememberScenarios>; readonly stopping: AbortSignal },
): ServedCall & { readonly seen: Seen } {
  const seen: Seen = { caller: {}, scenario: undefined, lost: false };
  const asked = request.headers.get(SCENARIO_HEADER);
  const connection = request.connection ?? currentConnection();
  let isChosen = asked !== null;

  const befall = async ({ delayMs, ending }: Fault): Promise<Instead | undefined> => {
    if (!(await isStillThere(connection, { delayMs, stopping }))) {
      seen.lost = true;
      return NOBODY;
    }
    if (ending === undefined) return undefined;
    if (ending === 'throw') throw new Error('Thrown by a scenario.');
    if (ending !== 'drop') return answerTo(ending, errors);
    seen.lost = true;
    connection?.destroy();
    return NOBODY;
  };
  return {
    seen,
    begin: async () => {
      if (asked === null) return undefined;
      const scenario = parseScenario(asked);
      if (!scenario || !appliesTo(scenario, errors)) return unknownScenario(errors, KNOWN_PARTS);
      seen.scenario = scenario;
      return befall(scenario.before);
    },
    meet: async (caller) => {
      seen.caller = caller;
      if (isChosen || caller.clientId === undefined) return undefined;
      isChosen = true;
      seen.scenario = await scenarios.take(caller.clientId, errors);
      return seen.scenario && befall(seen.scenario.before);
    },
    end: async () => seen.scenario && befall(seen.scenario.after),
  };
}

/** Waits so many milliseconds. @returns `false` when the caller has gone away meanwhile. */
async function isStillThere(
  connection: Connection | undefined,
  { delayMs, stopping }: { readonly delayMs: number; readonly stopping: AbortSignal },
): Promise<boolean> {
  if (delayMs === 0) return true;
  if (connection?.destroyed) return false;
  const gone = new AbortController();
  const leave = () => gone.abort();
  connection?.once('close', leave);
  await wait(delayMs, undefined, { signal: AbortSignal.any([stopping, gone.signal]) }).catch(() => undefined);
  connection?.off('close', leave);
  return !gone.signal.aborted;
}
