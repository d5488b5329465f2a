import { z } from 'zod';

/** Whether a trace is recorded: `parentbased_…` does as the caller did, and decides only where a trace begins. */
const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

/** Where spans go, under which name, and which traces are recorded. */
export type TracingSettings = {
  readonly endpoint: string;
  /** May hold a key: not for the log. */
  readonly headers: Readonly<Record<string, string>>;
  /** `undefined` when nobody has named the process. */
  readonly serviceName: string | undefined;
  readonly sampler: (typeof SAMPLERS)[number];
  /** The share of traces that a `traceidratio` takes, from 0 to 1. */
  readonly ratio: number;
};

const PATH = 'v1/traces';
/** A name as RFC 9110 §5.6.2 has it, and a value without spaces, commas and the like, which stand there percent-encoded. */
const HEADER = /^\s*(?<name>[!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*=\s*(?<value>[^\s,;"\\]*)\s*$/;

const collector = z.url({ protocol: /^https?$/ });
const headers = z.string().transform((text, context) => {
  const found: Record<string, string> = {};
  for (const part of text.split(',')) {
    const { name, value } = HEADER.exec(part)?.groups ?? {};
    const decoded = value === undefined ? undefined : decode(value);
    if (name === undefined || decoded === undefined) {
      context.addIssue({ code: 'custom', message: 'must be name=value,name=value with percent-encoded values' });
      return z.NEVER;
    }
    found[name.toLowerCase()] = decoded;
  }
  return found;
});
const protocol = z.literal('http/json', 'must be http/json, the only one that is spoken here').optional();

/** The settings of tracing, as OpenTelemetry names them. @see https://opentelemetry.io/docs/specs/otel/protocol/exporter */
export const tracingShape = {
  OTEL_SDK_DISABLED: z
    .stringbool({ truthy: ['true'], falsy: ['false'], error: 'must be true or false' })
    .default(false),
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none']).default('otlp'),
  OTEL_SERVICE_NAME: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: collector.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: collector.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: headers.optional(),
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: headers.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: protocol,
  OTEL_TRACES_SAMPLER: z.enum(SAMPLERS).default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
};

/** What the settings say together; `undefined` when nobody wants spans. */
export function toTracing(raw: z.output<z.ZodObject<typeof tracingShape>>): TracingSettings | undefined {
  const endpoint = raw.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? below(raw.OTEL_EXPORTER_OTLP_ENDPOINT);
  if (raw.OTEL_SDK_DISABLED || raw.OTEL_TRACES_EXPORTER === 'none' || endpoint === undefined) return undefined;
  return {
    endpoint,
    headers: raw.OTEL_EXPORTER_OTLP_TRACES_HEADERS ?? raw.OTEL_EXPORTER_OTLP_HEADERS ?? {},
    serviceName: raw.OTEL_SERVICE_NAME,
    sampler: raw.OTEL_TRACES_SAMPLER,
    ratio: raw.OTEL_TRACES_SAMPLER_ARG,
  };
}

/** The address for traces below that for everything. */
function below(base: string | undefined): string | undefined {
  return base && new URL(PATH, base.endsWith('/') ? base : `${base}/`).href;
}

function decode(value: string): string | undefined {
  try {
    const decoded = decodeURIComponent(value);
    return /^[\t\x20-\x7e]*$/.test(decoded) ? decoded : undefined;
  } catch {
    return undefined;
  }
}
