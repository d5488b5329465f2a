import { describe, expect, it } from 'vitest';
import { currentTrace, currentTraceId, inSpan, newSpanId, readTrace, withTrace } from './trace.ts';
import { parseTraceparent, toTraceparent } from './traceparent.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';
const read = (headers: Readonly<Record<string, string>>) => readTrace((name) => headers[name]);

describe('a traceparent', () => {
  it.each([
    ['sampled', `00-${TRACE}-${SPAN}-01`, true],
    ['not sampled', `00-${TRACE}-${SPAN}-00`, false],
    ['with flags that nobody knows yet', `00-${TRACE}-${SPAN}-fe`, false],
    ['of a later version', `01-${TRACE}-${SPAN}-09`, true],
    ['of a later version that says more', `cc-${TRACE}-${SPAN}-01-what-will-be`, true],
  ])('%s is continued', (_, header, isSampled) => {
    expect(parseTraceparent(header)).toEqual({ traceId: TRACE, parentId: SPAN, isSampled });
  });

  it.each([
    ['nothing', ''],
    ['version ff', `ff-${TRACE}-${SPAN}-01`],
    ['a trace id of zeros', `00-${'0'.repeat(32)}-${SPAN}-01`],
    ['a parent id of zeros', `00-${TRACE}-${'0'.repeat(16)}-01`],
    ['capital letters', `00-${TRACE.toUpperCase()}-${SPAN}-01`],
    ['more than version 00 has', `00-${TRACE}-${SPAN}-01-more`],
    ['a later version with something stuck to it', `01-${TRACE}-${SPAN}-01.more`],
    ['an id that is too short', `00-${TRACE.slice(1)}-${SPAN}-01`],
    ['flags that are no hex', `00-${TRACE}-${SPAN}-0x`],
    ['two of them', `00-${TRACE}-${SPAN}-01, 00-${TRACE}-${SPAN}-01`],
  ])('is not taken with %s: a new trace begins, and its state is forgotten', (_, header) => {
    const trace = read({ traceparent: header, tracestate: 'vendor=1' });
    expect(trace).toEqual({ traceId: expect.stringMatching(/^(?!0+$)[0-9a-f]{32}$/), isSampled: false });
    expect(trace.traceId).not.toBe(TRACE);
  });

  it('is written as version 00', () => {
    expect(toTraceparent({ traceId: TRACE, parentId: SPAN, isSampled: true })).toBe(`00-${TRACE}-${SPAN}-01`);
    expect(newSpanId()).toMatch(/^(?!0+$)[0-9a-f]{16}$/);
  });
});

describe('a tracestate', () => {
  const traceparent = `00-${TRACE}-${SPAN}-01`;

  it.each([
    ['is kept as it came', 'rojo=00f067aa0ba902b7,congo=t61rcWkgMzE', 'rojo=00f067aa0ba902b7,congo=t61rcWkgMzE'],
    ['is dropped when it is longer than anybody must pass on', `a=${'1'.repeat(511)}`, undefined],
    ['is dropped when it is no plain text', 'a=\u00e5', undefined],
    ['may be missing', '', undefined],
  ])('%s', (_, tracestate, state) => {
    expect(read({ traceparent, tracestate }).state).toBe(state);
  });
});

describe('work in a trace', () => {
  it('knows its trace, also after it has waited; other work does not', async () => {
    const trace = read({ traceparent: `00-${TRACE}-${SPAN}-01` });
    await withTrace(trace, async () => {
      await Promise.resolve();
      expect(currentTraceId()).toBe(TRACE);
      expect(withTrace(undefined, currentTrace)).toBeUndefined();
    });
    expect(currentTrace()).toBeUndefined();
    expect(currentTraceId()).not.toBe(currentTraceId());
  });

  it('is done as it is where nothing is recorded', async () => {
    const trace = read({});
    expect(await withTrace(trace, () => inSpan('part', async () => currentTrace()))).toBe(trace);
  });
});
