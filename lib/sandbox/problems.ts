import { ProblemError } from '../kernel/errors.ts';

/** The clock would show a time that means nothing to certificates and calendars. */
export function clockOutOfRange(): ProblemError {
  return new ProblemError({ status: 400, code: 'SBX-00002', title: 'The clock must stay between 2000 and 2100.' });
}

/** The clock would go to a time at which grants were used that nobody remembers. */
export function clockTooEarly(earliest: Date): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'SBX-00001',
    title: `Grants that were used before ${earliest.toISOString()} are forgotten, so the clock cannot go back behind it.`,
  });
}
