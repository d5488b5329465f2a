/** Reads a query value; names bind without regard to case, the first of several counts. @returns `undefined` when absent */
export function readQuery(url: URL, name: string): string | undefined {
  return readQueryList(url, name)[0];
}

/** Reads every value of a repeatable query name. */
export function readQueryList(url: URL, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return [...url.searchParams].filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value);
}
