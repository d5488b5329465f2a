type Headers = Readonly<Record<string, string>>;

/** A JSON answer; members that are `undefined` are left out, `null` is written. */
export function json(value: unknown, status = 200, headers: Headers = {}): Response {
  const body = JSON.stringify(value);
  return new Response(body, {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    },
  });
}

/** A JSON answer with line breaks, as the resource registry writes it; members that are `undefined` are left out. */
export function indentedJson(value: unknown, status = 200, headers: Headers = {}): Response {
  const body = JSON.stringify(value, null, 2);
  return new Response(body, {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    },
  });
}

/** A bare text answer, unquoted. */
export function text(body: string, status = 200, headers: Headers = {}): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    },
  });
}

/** An answer without a body, with `Content-Length: 0` so that clients do not try to parse it. */
export function empty(status = 200, headers: Headers = {}): Response {
  const lengthless = status === 204 || status === 304;
  return new Response(null, { status, headers: lengthless ? headers : { 'content-length': '0', ...headers } });
}
