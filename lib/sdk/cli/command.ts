import type { Fetch } from '../call-service.ts';

/** What a command is started in. */
export type World = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: Fetch;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
};

/** A flag. */
export type Option = {
  readonly type: 'string' | 'boolean';
  /** May be given several times. */
  readonly multiple?: boolean;
  /** What stands for its value in the help. */
  readonly value?: string;
  readonly help: string;
  /** Where its value comes from when it is not given. */
  readonly env?: string;
  readonly default?: string;
};

/** What was given on the command line and in the environment. */
export type Given = {
  /** The words that are no flags. */
  readonly words: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly texts: (name: string) => readonly string[];
  readonly has: (name: string) => boolean;
};

/** What became of a command: as text for people, as JSON for machines, and whether it is what one hoped for. */
export type Report = { readonly ok: boolean; readonly text: string; readonly json: unknown };

/** One of the things that the command line does. */
export type Command = {
  readonly summary: string;
  /** What stands after the name, such as `ID`. */
  readonly words?: string;
  readonly options: Readonly<Record<string, Option>>;
  readonly run: (given: Given, world: World) => Promise<Report>;
};

/** Thrown when what was given cannot be right, whatever the services say. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** The value of a flag that the command cannot do without. @throws UsageError */
export function required(given: Given, name: string): string {
  const value = given.text(name);
  if (value === undefined) throw new UsageError(`--${name} is missing.`);
  return value;
}

/** The only word. @throws UsageError */
export function onlyWord(given: Given, what: string): string {
  const [word, ...more] = given.words;
  if (word === undefined || more.length > 0) throw new UsageError(`Give ${what}, and nothing else.`);
  return word;
}

/** One of the values that a flag may have. @throws UsageError */
export function oneOf<const Value extends string>(given: Given, name: string, values: readonly Value[]): Value {
  const found = values.find((value) => value === given.text(name));
  if (found === undefined) throw new UsageError(`--${name} must be one of ${values.join(', ')}.`);
  return found;
}
