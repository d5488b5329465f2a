import type { TracingSettings } from '../config/tracing.ts';
import type { Trace } from '../kernel/trace.ts';

/** Says whether a trace is recorded here. */
export type Sampler = (trace: Trace) => boolean;

/** As many of the last hex digits of a trace id as a number holds exactly; in ours they are random. */
const RANDOM_DIGITS = 13;
const RANDOM_RANGE = 16 ** RANDOM_DIGITS;

/**
 * Decides by a caller's flag, by the trace id, or always alike, so that all processes of one setting agree on a trace.
 * @see OpenTelemetry, “SDK configuration”, OTEL_TRACES_SAMPLER
 */
export function createSampler({ sampler, ratio }: Pick<TracingSettings, 'sampler' | 'ratio'>): Sampler {
  switch (sampler) {
    case 'always_on':
      return () => true;
    case 'always_off':
      return () => false;
    case 'traceidratio':
      return byRatio(ratio);
    case 'parentbased_always_on':
      return asParent(() => true);
    case 'parentbased_always_off':
      return asParent(() => false);
    case 'parentbased_traceidratio':
      return asParent(byRatio(ratio));
  }
}

function asParent(otherwise: Sampler): Sampler {
  return (trace) => (trace.parentId === undefined ? otherwise(trace) : trace.isSampled);
}

function byRatio(ratio: number): Sampler {
  const refused = (1 - ratio) * RANDOM_RANGE;
  return ({ traceId }) => Number.parseInt(traceId.slice(-RANDOM_DIGITS), 16) >= refused;
}
