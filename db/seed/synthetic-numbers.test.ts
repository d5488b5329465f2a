import { describe, expect, it } from 'vitest';
import { birthDateOf } from '#lib/kernel/birth-date.ts';
import { isSynthetic, parseOrgNo, parsePersonNo } from '#lib/kernel/brands.ts';
import { CLIENTS, ORG, PERSON } from './story.ts';
import { orgNoAt, personNoAt } from './synthetic-numbers.ts';

const INDEXES = Array.from({ length: 1200 }, (_, index) => index);

describe('synthetic organisation numbers', () => {
  const numbers = INDEXES.flatMap((index) => orgNoAt(index) ?? []);

  it('are valid, different, and nobody’s in the story', () => {
    expect(numbers.length).toBeGreaterThan(1000);
    expect(numbers.filter((number) => parseOrgNo(number) === undefined)).toEqual([]);
    const told = [...Object.values(ORG), ...CLIENTS.map(({ orgNo }) => orgNo)];
    expect(new Set([...numbers, ...told]).size).toBe(numbers.length + told.length);
  });
});

describe('synthetic person numbers', () => {
  const numbers = INDEXES.flatMap((index) => personNoAt(index) ?? []);

  it('are valid, synthetic, different, and nobody’s in the story', () => {
    expect(numbers.length).toBeGreaterThan(800);
    const wrong = numbers.filter((number) => {
      const parsed = parsePersonNo(number);
      return parsed === undefined || !isSynthetic(parsed);
    });
    expect(wrong).toEqual([]);
    const told = Object.values(PERSON);
    expect(new Set([...numbers, ...told]).size).toBe(numbers.length + told.length);
  });

  it('tell of birthdays that there were', () => {
    expect([...new Set(numbers.map(birthDateOf))]).toEqual(['1990-01-01', '1990-01-02', '1990-01-03']);
  });
});
