import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../kernel/durations.ts';
import {
  deadlineOf,
  isAnswerable,
  isTimedOut,
  nextState,
  type RequestEvent,
  type RequestState,
  stateOf,
} from './model.ts';

const STATES: readonly RequestState[] = ['None', 'New', 'Accepted', 'Rejected', 'Denied', 'Timedout', 'Deleted'];
const EVENTS: readonly RequestEvent[] = ['create', 'approve', 'reject', 'withdraw', 'end', 'expire'];
const ENDS = ['Accepted', 'Rejected', 'Denied', 'Timedout', 'Deleted'] as const;

describe('the state machine of requests', () => {
  it('answers only what is New', () => {
    const answerable = STATES.filter((state) => nextState(state, 'approve') && nextState(state, 'reject'));
    expect(answerable).toEqual(['New']);
  });

  it('lets a vendor withdraw anything that is there', () => {
    for (const state of STATES.slice(1, -1)) expect(nextState(state, 'withdraw')).toBe('Deleted');
    expect(nextState('Deleted', 'withdraw')).toBeUndefined();
  });

  it('ends only what was accepted', () => {
    expect(STATES.filter((state) => nextState(state, 'end'))).toEqual(['Accepted']);
  });

  it('never comes back to New, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS)), fc.constantFrom(...ENDS), (events, start) => {
        let state: RequestState = start;
        for (const event of events) state = nextState(state, event) ?? state;
        expect(['New', 'None']).not.toContain(state);
      }),
    );
  });
});

describe('the deadline of requests', () => {
  const createdAt = new Date('2026-01-01T00:00:00.000Z');
  const request = { status: 'New' as const, isDeleted: false, createdAt };

  it('passes after the given number of days, not before', () => {
    const deadline = deadlineOf(request, 180);
    expect(deadline.getTime() - createdAt.getTime()).toBe(180 * DAY_MS);
    expect(isTimedOut(request, deadline, 180)).toBe(false);
    expect(isTimedOut(request, new Date(deadline.getTime() + 1), 180)).toBe(true);
  });

  it('leaves the status as it is but ends the time for an answer', () => {
    const late = new Date(deadlineOf(request, 180).getTime() + 1);
    expect(stateOf(request)).toBe('New');
    expect(isAnswerable(request, createdAt, 180)).toBe(true);
    expect(isAnswerable(request, late, 180)).toBe(false);
  });
});
