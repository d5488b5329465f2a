/**
 * The day that a person number begins with, as `yyyy-mm-dd`. D-numbers carry 40 more in the day, synthetic numbers 40,
 * 65 or 80 more in the month; the century follows from the three digits after the year.
 * @param personNo eleven digits; whether there is such a day is not checked
 */
export function birthDateOf(personNo: string): string {
  const [day, month, year] = [digits(personNo, 0, 2), digits(personNo, 2, 4), digits(personNo, 4, 6)] as const;
  const offset = [80, 65, 40].find((added) => month > added) ?? 0;
  return [centuryOf(year, digits(personNo, 6, 9)) + year, month - offset, day > 40 ? day - 40 : day]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

function digits(text: string, from: number, to: number): number {
  return Number(text.slice(from, to));
}

function centuryOf(year: number, series: number): number {
  if (series < 500) return 1900;
  if (series < 750 && year >= 54) return 1800;
  return year < 40 ? 2000 : 1900;
}
