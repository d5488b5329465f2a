import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { TracingSettings } from '../config/tracing.ts';
import { listen } from '../kernel/happenings.ts';
import { currentTrace, type Recorder, recordSpans } from '../kernel/trace.ts';
import { exportSpans } from './export-spans.ts';
import type { Span } from './model.ts';
import { openSpan } from './open-span.ts';
import { readPageRoutes } from './page-routes.ts';
import { createSampler } from './sampler.ts';
import { createServeTraced, type ServeTraced } from './serve-span.ts';

/** What this process is called where nobody has named it, how it is reached, and where Next builds to. */
type Process = { readonly name: string; readonly origin: string; readonly buildFolder: string };

/** Tracing of one process while it is on. */
export type Tracing = {
  readonly serve: ServeTraced;
  /** Sends the last spans, within a second, and records no more. */
  readonly stop: () => Promise<void>;
};

/**
 * Records what this process answers, calls and does in traces that are sampled, and sends it to the collector.
 * @param report learns when spans cannot be delivered, and when they can again
 */
export function startTracing(
  settings: TracingSettings,
  { name, origin, buildFolder }: Process,
  report: (trouble: string | undefined) => void,
): Tracing {
  const resource = {
    'service.name': settings.serviceName ?? name,
    'service.instance.id': randomUUID(),
    'telemetry.sdk.language': 'nodejs',
  };
  const exporter = exportSpans(settings, resource, report);
  const record = createRecorder(settings, exporter.add);
  recordSpans(record);
  const deaf = noteHappenings();
  return {
    serve: createServeTraced(record, { origin, findPage: readPageRoutes(join(buildFolder, 'routes-manifest.json')) }),
    stop: async () => {
      recordSpans(undefined);
      deaf();
      await exporter.stop();
    },
  };
}

function createRecorder(settings: TracingSettings, done: (span: Span) => void): Recorder {
  const isSampled = createSampler(settings);
  return (trace, name, kind) => {
    if (!isSampled(trace)) return { ...trace, isSampled: false };
    return { ...trace, isSampled: true, span: openSpan(trace, { name, kind }, done) };
  };
}

/** What the domains tell of a call stands at its span: of few kinds, and known before. @returns what ends that */
function noteHappenings(): () => void {
  const note = (attribute: string, value: string) => currentTrace()?.span?.note(attribute, value);
  const ends = [
    listen('request', ({ route }) => {
      if (route.startsWith('/') && !route.endsWith('/*')) note('http.route', route);
    }),
    listen('refusal', ({ code }) => note('systembruker.error.code', code)),
    listen('decision', ({ outcome }) => note('systembruker.decision', outcome)),
  ];
  return () => {
    for (const end of ends) end();
  };
}
