import { parseOrgNo, parsePersonNo } from '#lib/kernel/brands.ts';
import { DAY_MS } from '#lib/kernel/durations.ts';

/** Organisation numbers that begin with 30: none of the story's, nor of any real organisation, which begin with 8 or 9. */
const FIRST_ORG_NO_STEM = 30_000_000;
const FIRST_BIRTH_MS = Date.UTC(1990, 0, 1);
/** The three digits after the date that belong to the years 1900–1999. */
const PEOPLE_PER_DAY = 500;
/** What the month of a synthetic person carries. */
const SYNTHETIC_MONTH = 80;

/**
 * The n-th synthetic organisation number.
 * @param index from 0 to 999,999
 * @returns `undefined` where no control digit fits
 */
export function orgNoAt(index: number): string | undefined {
  const stem = String(FIRST_ORG_NO_STEM + index);
  return endingsOf(1)
    .map((ending) => `${stem}${ending}`)
    .find(parseOrgNo);
}

/** The n-th synthetic person number, of somebody born in the nineties. @returns `undefined` where no control digits fit */
export function personNoAt(index: number): string | undefined {
  const born = new Date(FIRST_BIRTH_MS + Math.floor(index / PEOPLE_PER_DAY) * DAY_MS);
  const stem = [
    pad(born.getUTCDate(), 2),
    pad(born.getUTCMonth() + 1 + SYNTHETIC_MONTH, 2),
    pad(born.getUTCFullYear() % 100, 2),
    pad(index % PEOPLE_PER_DAY, 3),
  ].join('');
  return endingsOf(2)
    .map((ending) => `${stem}${ending}`)
    .find(parsePersonNo);
}

function endingsOf(digits: number): readonly string[] {
  return Array.from({ length: 10 ** digits }, (_, value) => pad(value, digits));
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
