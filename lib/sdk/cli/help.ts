import type { Command, Option } from './command.ts';
import { COMMANDS } from './commands.ts';

const MARGIN = 2;

/** Tells what there is, or of one command how it is used. */
export function help(name?: string, command?: Command): string {
  if (command === undefined) {
    const rows = Object.entries(COMMANDS).map(([each, { summary }]) => [each, summary] as const);
    return [
      'systembruker: system users from the command line',
      '',
      toTable([...rows, ['help', 'Tell of a command: help token']]),
      '',
      'Every command takes --json, for machines, and --help.',
      'Ends with 0 for yes, 1 for no or no answer, 2 for wrong use.',
    ].join('\n');
  }
  const options = Object.entries(command.options).map(
    ([each, option]) => [toFlag(each, option), toText(option)] as const,
  );
  const words = command.words === undefined ? '' : ` ${command.words}`;
  return [`systembruker ${name}${words} [flags]`, command.summary, '', toTable(options)].join('\n');
}

function toFlag(name: string, { value }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function toText({ help: text, env, default: otherwise, multiple }: Option): string {
  const more = [multiple && 'several times', env && `or ${env}`, otherwise && `otherwise ${otherwise}`].filter(Boolean);
  return more.length === 0 ? text : `${text} (${more.join('; ')})`;
}

function toTable(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([first]) => first.length)) + MARGIN;
  return rows.map(([first, second]) => `  ${first.padEnd(width)}${second}`).join('\n');
}
