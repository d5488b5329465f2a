type Headers = Readonly<Record<string, string>>;

/** A JSON answer; members that are `undefined` are left out, `null` is written. */
export function json(value: unknown, status = 200, headers: Headers = {}): Response {
  return written(JSON.stringify(value), status, { 'content-type': 'application/json; charset=utf-8', ...headers });
}

/** A JSON answer with line breaks, as the resource registry writes it; members that are `undefined` are left out. */
export function indentedJson(value: unknown, status = 200, headers: Headers = {}): Response {
  const body = JSON.stringify(value, null, 2);
  return written(body, status, { 'content-type': 'application/json; charset=utf-8', ...headers });
}

/** A bare text answer, unquoted. */
export function text(body: string, status = 200, headers: Headers = {}): Response {
  return written(body, status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
}

const texts = new WeakMap<Response, string>();

/** The whole body of an answer that was made here, so that the machine lane need not read it back from a stream. */
export function knownText(response: Response): string | undefined {
  return texts.get(response);
}

function written(body: string, status: number, headers: Headers): Response {
  const response = new Response(body, {
    status,
    headers: { 'content-length': String(Buffer.byteLength(body)), ...headers },
  });
  texts.set(response, body);
  return response;
}

/** An answer without a body, with `Content-Length: 0` so that clients do not try to parse it. */
export function empty(status = 200, headers: Headers = {}): Response {
  const lengthless = status === 204 || status === 304;
  return new Response(null, { status, headers: lengthless ? headers : { 'content-length': '0', ...headers } });
}
