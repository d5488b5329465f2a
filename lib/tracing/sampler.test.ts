import { describe, expect, it } from 'vitest';
import type { TracingSettings } from '../config/tracing.ts';
import { newTrace } from '../kernel/trace.ts';
import { createSampler } from './sampler.ts';

type Name = TracingSettings['sampler'];

const LOW = `${'f'.repeat(19)}${'0'.repeat(13)}`;
const HIGH = `${'0'.repeat(19)}${'f'.repeat(13)}`;
const root = (traceId: string) => ({ traceId, isSampled: false });
const child = (isSampled: boolean) => ({ traceId: LOW, parentId: '00f067aa0ba902b7', isSampled });

describe('a sampler', () => {
  it.each<[Name, number, readonly boolean[]]>([
    ['always_on', 1, [true, true, true, true]],
    ['always_off', 1, [false, false, false, false]],
    ['parentbased_always_on', 1, [true, true, true, false]],
    ['parentbased_always_off', 1, [false, false, true, false]],
    ['traceidratio', 0.5, [false, true, false, false]],
    ['traceidratio', 1, [true, true, true, true]],
    ['traceidratio', 0, [false, false, false, false]],
    ['parentbased_traceidratio', 0.5, [false, true, true, false]],
  ])('%s with %d takes traces that begin here, and those of callers, as it says', (sampler, ratio, expected) => {
    const isSampled = createSampler({ sampler, ratio });
    expect([root(LOW), root(HIGH), child(true), child(false)].map(isSampled)).toEqual(expected);
  });

  it('takes about the share of our own traces that it is told', () => {
    const isSampled = createSampler({ sampler: 'traceidratio', ratio: 0.25 });
    const taken = Array.from({ length: 4000 }, newTrace).filter(isSampled).length;
    expect(taken).toBeGreaterThan(800);
    expect(taken).toBeLessThan(1200);
  });
});
