import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as a collector reads it. */
type CollectedSpan = {
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly status: { readonly code?: number };
};

type Keys = readonly {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: string };
}[];
type Wire = {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Keys };
    readonly scopeSpans: readonly { readonly spans: readonly (CollectedSpan & { readonly attributes: Keys })[] }[];
  }[];
};

/**
 * A collector of OTLP over HTTP on this machine.
 * @param answer the status of each answer with what goes with it, 200 unless the test says otherwise; `undefined` for none at all
 */
export async function aCollector(
  answer: () => { readonly status: number; readonly retryAfter?: string; readonly body?: object } | undefined = () => ({
    status: 200,
  }),
) {
  const received: { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
      const said = answer();
      if (!said) return;
      response.writeHead(said.status, said.retryAfter === undefined ? {} : { 'retry-after': said.retryAfter });
      response.end(JSON.stringify(said.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    spans: (): readonly CollectedSpan[] => received.flatMap(({ body }) => spansOf(JSON.parse(body))),
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function spansOf({ resourceSpans }: Wire): readonly CollectedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = String(toRecord(resource.attributes)['service.name']);
    return scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({ ...span, service, attributes: toRecord(span.attributes) })),
    );
  });
}

function toRecord(attributes: Keys): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)] as const),
  );
}
