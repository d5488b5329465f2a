import { readTracing, type Serve } from '../config/env.ts';
import { traceOutgoingCalls } from './outgoing-calls.ts';
import { serveUnrecorded } from './serve-span.ts';
import type { Tracing } from './start-tracing.ts';

/** What a process is called unless `OTEL_SERVICE_NAME` says otherwise. */
const SERVICE_NAMES: Readonly<Record<Serve, string>> = {
  all: 'systembruker',
  portal: 'systembruker',
  krav: 'kravogbetalinger',
  smartregnskap: 'smartregnskap',
};

/**
 * Lets this process take part in traces: calls that come are part of one, and so are those that it makes meanwhile.
 * They are recorded where somebody collects that; elsewhere nothing of the recording is loaded.
 * @param options.report learns when spans cannot be delivered, and when they can again
 * @throws SettingsError
 */
export async function traceCalls(options: {
  readonly wings: Serve;
  /** The public address of this process. */
  readonly origin: string;
  /** Where Next builds to. */
  readonly buildFolder: string;
  readonly report: (trouble: string | undefined) => void;
}): Promise<Tracing> {
  traceOutgoingCalls();
  const settings = readTracing(process.env);
  if (!settings) return { serve: serveUnrecorded, stop: async () => {} };
  const { startTracing } = await import('./start-tracing.ts');
  const { wings, origin, buildFolder, report } = options;
  return startTracing(settings, { name: SERVICE_NAMES[wings], origin, buildFolder }, report);
}
