import { afterEach, expect } from 'vitest';
import type { Answer } from '#lib/http/responses.ts';
import { type Endpoint, observeAnswers } from '#lib/http/section.ts';

/** Answers of the running test that are not what the API reference says. */
const broken: string[] = [];

observeAnswers((endpoint, answered) => {
  const fault = faultOf(endpoint, answered);
  if (fault) broken.push(`${endpoint.method} ${endpoint.path}: ${fault}`);
});

afterEach(() => {
  expect(broken.splice(0), 'answers that differ from the API reference').toEqual([]);
});

function faultOf({ doc }: Endpoint, { status, headers, body }: Answer): string | undefined {
  if (body === null || status >= 300 || !headers['content-type']?.startsWith('application/json')) return undefined;
  if (doc.answer === undefined) return undefined;
  if (doc.answer === 'nothing') return 'a body where none is described';
  const described = doc.answerType === undefined ? doc.answer : doc.answerInJson;
  if (described === undefined) return 'JSON where none is described';
  const parsed = described.safeParse(JSON.parse(body));
  return parsed.success ? undefined : `${parsed.error.message} in ${body.slice(0, 400)}`;
}
