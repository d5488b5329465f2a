import { afterEach, expect } from 'vitest';
import type { Answer } from '#lib/http/responses.ts';
import { type Endpoint, type EndpointDoc, observeAnswers } from '#lib/http/section.ts';

/** The problem in which validation errors come, each with a code of its own. */
const TOGETHER = 'STD-00000';

/** Answers of the running test that are not what the API reference says. */
const broken: string[] = [];

observeAnswers((endpoint, answered) => {
  const fault = faultOf(endpoint, answered);
  if (fault) broken.push(`${endpoint.method} ${endpoint.path}: ${fault}`);
});

afterEach(() => {
  expect(broken.splice(0), 'answers that differ from the API reference').toEqual([]);
});

function faultOf({ doc }: Endpoint, answered: Answer): string | undefined {
  return answered.status >= 400 ? silenceOf(doc, answered) : shapeOf(doc, answered);
}

/** A numbered code that the reference does not name under the status. */
function silenceOf({ responses }: EndpointDoc, { status, body }: Answer): string | undefined {
  const codes = [...(body ?? '').matchAll(/"code":"([A-Z.]+-\d{5})"/g)].map(([, code = '']) => code);
  const silent = codes.filter((code) => code !== TOGETHER && !responses?.[status]?.includes(code));
  return silent.length > 0 ? `${status} ${silent.join(', ')} where none is described` : undefined;
}

function shapeOf(doc: EndpointDoc, { status, headers, body }: Answer): string | undefined {
  if (body === null || status >= 300 || !headers['content-type']?.startsWith('application/json')) return undefined;
  if (doc.answer === undefined) return undefined;
  if (doc.answer === 'nothing') return 'a body where none is described';
  const described = doc.answerType === undefined ? doc.answer : doc.answerInJson;
  if (described === undefined) return 'JSON where none is described';
  const parsed = described.safeParse(JSON.parse(body));
  return parsed.success ? undefined : `${parsed.error.message} in ${body.slice(0, 400)}`;
}
