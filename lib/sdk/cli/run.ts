import { parseArgs } from 'node:util';
import { AltinnRefused, NoAnswerYet, ServiceUnavailable, TokenRefused, UnusableKey } from '../errors.ts';
import { type Command, type Given, type Report, UsageError, type World } from './command.ts';
import { COMMANDS } from './commands.ts';
import { help } from './help.ts';

/** How a program ends: as one hoped, with a no or no answer, or because it was used wrongly. */
const EXIT = { yes: 0, no: 1, usage: 2 } as const;

/**
 * Does what a command line says. Results go out, words about what went wrong to `err`; with `--json` the result is JSON
 * either way.
 * @returns the exit code
 */
export async function run(args: readonly string[], world: World): Promise<number> {
  const [name = 'help', ...rest] = args;
  const isJson = rest.includes('--json');
  try {
    const report = await perform(name, rest, world);
    world.out(isJson ? JSON.stringify(report.json) : report.text);
    return report.ok ? EXIT.yes : EXIT.no;
  } catch (error) {
    const failure = toFailure(error);
    world.err(failure.text);
    if (isJson) world.out(JSON.stringify(failure.json));
    return failure.exit;
  }
}

async function perform(name: string, rest: readonly string[], world: World): Promise<Report> {
  if (['help', '--help', '-h'].includes(name)) return tell(rest.find((word) => !word.startsWith('-')));
  const command = find(name);
  if (rest.includes('--help')) return tell(name);
  return command.run(read(command, rest, world), world);
}

function tell(name: string | undefined): Report {
  const text = name === undefined ? help() : help(name, find(name));
  return { ok: true, text, json: { help: text } };
}

function find(name: string): Command {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw new UsageError(`There is no command ${name}. Try: systembruker help`);
  return command;
}

function read({ options, words }: Command, rest: readonly string[], { env }: World): Given {
  const flags = Object.entries(options).map(
    ([name, { type, multiple = false }]) => [name, { type, multiple }] as const,
  );
  const { values, positionals } = parse(rest, { ...Object.fromEntries(flags), json: { type: 'boolean' } });
  if (words === undefined && positionals.length > 0) throw new UsageError(`What is ${positionals.join(' ')}?`);
  const text = (name: string) => {
    const option = options[name];
    const given = values[name] ?? env[option?.env ?? ''];
    return typeof given === 'string' && given !== '' ? given : option?.default;
  };
  const texts = (name: string) => (Array.isArray(values[name]) ? values[name].map(String) : []);
  return { words: positionals, text, texts, has: (name) => values[name] !== undefined };
}

function parse(args: readonly string[], options: NonNullable<Parameters<typeof parseArgs>[0]>['options']) {
  try {
    return parseArgs({ args: [...args], options: options ?? {}, allowPositionals: true });
  } catch (error) {
    // parseArgs says in words of its own what it does not understand.
    throw new UsageError((error as Error).message);
  }
}

/** What went wrong, in words and as JSON; what nobody foresaw is a bug, and thrown on. */
function toFailure(error: unknown) {
  if (error instanceof TokenRefused || error instanceof AltinnRefused) {
    const { code, description, traceId } = error;
    const hint = 'hint' in error ? error.hint : undefined;
    const lines = [`✗ ${code}: ${description}`, hint && `→ ${hint}`, traceId && `trace id ${traceId}`].filter(Boolean);
    return { exit: EXIT.no, text: lines.join('\n'), json: { error: code, description, hint, traceId } };
  }
  if (error instanceof ServiceUnavailable || error instanceof NoAnswerYet) {
    return { exit: EXIT.no, text: `✗ ${error.message}.`, json: { error: error.name, description: error.message } };
  }
  if (error instanceof UsageError || error instanceof UnusableKey) {
    return { exit: EXIT.usage, text: error.message, json: { error: 'usage', description: error.message } };
  }
  throw error;
}
