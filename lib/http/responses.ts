/** What a machine endpoint answers, before a door sends it. Names of headers are in lower case. */
export type Answer = {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly body: string | null;
  /** Cookies to set, each with its attributes. */
  readonly cookies?: readonly string[];
};

/** The headers of an answer, each named in lower case. */
export type AnswerHeaders = Readonly<Record<string, string>>;

/** With every 503: when to come back, in seconds. */
export const RETRY_AFTER_SECONDS = '2';

/** A JSON answer; members that are `undefined` are left out, `null` is written. */
export function json(value: unknown, status = 200, headers: AnswerHeaders = {}): Answer {
  return text(JSON.stringify(value), status, { 'content-type': 'application/json; charset=utf-8', ...headers });
}

/** A JSON answer with line breaks, as the resource registry writes it; members that are `undefined` are left out. */
export function indentedJson(value: unknown, status = 200, headers: AnswerHeaders = {}): Answer {
  const body = JSON.stringify(value, null, 2);
  return text(body, status, { 'content-type': 'application/json; charset=utf-8', ...headers });
}

/** A text as it stands, unquoted; plain unless the headers say what it is. */
export function text(body: string, status = 200, headers: AnswerHeaders = {}): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    },
    body,
  };
}

/** An answer without a body, with `Content-Length: 0` so that clients do not try to parse it. */
export function empty(status = 200, headers: AnswerHeaders = {}): Answer {
  const lengthless = status === 204 || status === 304;
  return { status, headers: lengthless ? headers : { 'content-length': '0', ...headers }, body: null };
}

/** The same answer as the standard's `Response`. */
export function toResponse({ status, headers, body, cookies = [] }: Answer): Response {
  const response = new Response(body, { status, headers });
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}

/** What a `Response` with a text says, as an answer. */
export async function toAnswer(response: Response): Promise<Answer> {
  const { status, headers } = response;
  const body = response.body ? await response.text() : null;
  const length: AnswerHeaders = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return { status, headers: { ...Object.fromEntries(headers), ...length }, body, cookies: headers.getSetCookie() };
}
