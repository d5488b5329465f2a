import { bindingProblem } from '../kernel/errors.ts';

/** Reads a query value; names bind without regard to case, the first of several counts. @returns `undefined` when absent */
export function readQuery(url: URL, name: string): string | undefined {
  return readQueryList(url, name)[0];
}

/**
 * Reads a boolean query value. @returns `undefined` when absent or empty
 * @throws ProblemError 400 (family C) for anything but `true` and `false`
 */
export function readFlag(url: URL, name: string): boolean | undefined {
  const text = readQuery(url, name)?.toLowerCase();
  if (text === undefined || text === '') return undefined;
  if (text !== 'true' && text !== 'false') throw bindingProblem({ [name]: [`The value '${text}' is not valid.`] });
  return text === 'true';
}

/** Reads every value of a repeatable query name. */
export function readQueryList(url: URL, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return [...url.searchParams].filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value);
}

/** Reads every value of a repeatable query name whose values may themselves be several by comma; blank ones do not count. */
export function readQueryWords(url: URL, name: string): readonly string[] {
  return readQueryList(url, name)
    .flatMap((value) => value.split(','))
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
