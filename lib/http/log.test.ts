import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { withTrace } from '../kernel/trace.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { openSpan } from '../tracing/open-span.ts';
import { describeError, ofTrace } from './log.ts';

const SECRET = '14837912092';

async function aFailedQuery(): Promise<unknown> {
  const { db } = await openTestDatabase();
  const { settings } = db.tables;
  const insert = () => db.insert(settings).values({ name: 'a', value: `${SECRET}\n    at ${SECRET}` });
  await insert();
  return insert().then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('the log', () => {
  it('E1 tells which query failed and why, never with which values', async () => {
    const error = await aFailedQuery();
    expect(String(error)).toContain(SECRET);
    const described = JSON.stringify(describeError(new Error('The call failed.', { cause: error })));
    expect(described).not.toContain(SECRET);
    expect(described).toContain('insert into');
    expect(described).toContain('UNIQUE constraint failed');
    expect(described).toContain('log.test.ts');
  });

  it('says of which trace a line is, and of which span when that is recorded', () => {
    const lines: string[] = [];
    const logger = pino(
      { base: undefined, timestamp: false, mixin: ofTrace },
      { write: (line: string) => lines.push(line) },
    );
    const trace = { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', isSampled: true };
    const span = openSpan(trace, { name: 'x', kind: 'server' }, () => {});
    logger.info('outside');
    withTrace(trace, () => logger.info('in a trace'));
    withTrace({ ...trace, span }, () => logger.info('in a span'));
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: 30, msg: 'outside' },
      { level: 30, trace_id: trace.traceId, msg: 'in a trace' },
      { level: 30, trace_id: trace.traceId, span_id: span.spanId, msg: 'in a span' },
    ]);
  });

  it('E2 keeps what a stranger wrote on one line', () => {
    const lines: string[] = [];
    const logger = pino({ serializers: { err: describeError } }, { write: (line: string) => lines.push(line) });
    const kid = 'k\n{"level":50,"msg":"forged"}\u001b[31m\u2028';
    logger.warn({ err: new Error(kid), kid }, kid);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.indexOf('\n')).toBe((lines[0]?.length ?? 0) - 1);
    expect(lines[0]).not.toContain('\u001b');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 40, kid, msg: kid });
  });
});
