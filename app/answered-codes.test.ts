import { describe, expect, it } from 'vitest';
import { toOpenApi } from '#lib/http/openapi.ts';
import { EXPLANATIONS, groupOf, PROBLEM_CODES, type ProblemCode } from '#lib/i18n/explanations/explain-code.ts';
import { loadGroups } from '../scripts/openapi.ts';

/** What only pages answer, and the problem in which validation errors come. */
const WITHOUT_ENDPOINT = ['REQ-00001', 'REQ-00005', 'REQ-00008', 'STD-00000'];

const document = toOpenApi(await loadGroups(), '/');
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { responses }]) => ({ address: `${method.toUpperCase()} ${path}`, responses })),
);
const named = new Set(
  operations
    .flatMap(({ responses }) => Object.values(responses))
    .flatMap(({ description }) => String(description).match(/\b[A-Z]+(?:\.VLD)?-\d{5}\b/g) ?? []),
);

/** Whether the reference has the endpoint; `…` stands for the beginning of its path. */
function isEndpoint(text: string): boolean {
  const [method, path = ''] = text.replace(/\?.*$/, '').split(' ');
  if (!path.startsWith('…')) return operations.some(({ address }) => address === `${method} ${path}`);
  return operations.some(({ address }) => address.startsWith(`${method} /`) && address.endsWith(path.slice(1)));
}

/** The endpoints of the administration API give a status each; their explanations say which endpoints answer a named code. */
function isElsewhere(code: ProblemCode): boolean {
  return ['administration', 'neverAnswered'].includes(groupOf(code));
}

describe('the numbered codes in the API reference', () => {
  it('are all explained', () => {
    expect([...named].filter((code) => !PROBLEM_CODES.some((known) => known === code))).toEqual([]);
  });

  it('are all that the portal answers', () => {
    const silent = PROBLEM_CODES.filter((code) => !isElsewhere(code) && !named.has(code));
    expect(silent).toEqual(WITHOUT_ENDPOINT);
  });

  it('are none of those that it never answers', () => {
    expect(PROBLEM_CODES.filter((code) => groupOf(code) === 'neverAnswered' && named.has(code))).toEqual([]);
  });
});

it('the explanations of codes name endpoints that there are', () => {
  const texts = JSON.stringify(EXPLANATIONS);
  const addresses = [...texts.matchAll(/`((?:GET|POST|PUT|DELETE) [^`]+)`/g)].map(([, address = '']) => address);
  expect(addresses.length).toBeGreaterThan(50);
  expect(addresses.filter((address) => !isEndpoint(address))).toEqual([]);
});
