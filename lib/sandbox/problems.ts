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

/** There is no snapshot of that name. */
export function snapshotNotFound(): ProblemError {
  return new ProblemError({ status: 404, code: 'SBX-00003', title: 'There is no snapshot of that name.' });
}

/** The sandbox keeps as many snapshots as it can. */
export function tooManySnapshots(max: number): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'SBX-00004',
    title: `A sandbox keeps ${max} snapshots. Delete one, or take this one under a name that is there.`,
  });
}

/** The rows of the snapshot do not fit the tables of this version. */
export function snapshotOfAnotherSchema(schema: string, current: string): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'SBX-00005',
    title: `The snapshot is of schema ${schema}, and the database has ${current}. Nothing was restored: take it anew.`,
  });
}

/** The sandbox holds more than is kept twice. */
export function tooMuchForSnapshot(rowsMax: number): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'SBX-00006',
    title: `A snapshot holds ${rowsMax} rows, and the sandbox has more. Begin it anew, or back up the database.`,
  });
}

/** There is a namespace of that name, whose key nobody can give again. */
export function namespaceExists(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'SBX-00007',
    title: 'There is a namespace of that name. Its key cannot be given again: delete it first, or choose another name.',
  });
}

/** There is no namespace of that name. */
export function namespaceNotFound(): ProblemError {
  return new ProblemError({ status: 404, code: 'SBX-00008', title: 'There is no namespace of that name.' });
}

/** The sandbox has as many namespaces as it can. */
export function tooManyNamespaces(max: number): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'SBX-00009',
    title: `A sandbox has ${max} namespaces. Delete some, or begin it anew.`,
  });
}
