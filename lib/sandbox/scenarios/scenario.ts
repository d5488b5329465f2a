import { findRefusal } from './refusals.ts';

/** The longest wait that can be asked for, in milliseconds. */
const DELAY_MAX_MS = 60_000;

/** What befalls a call: first a wait, then how it ends; without an end it goes on as ever. */
export type Fault = { readonly delayMs: number; readonly ending: string | undefined };

/** What befalls a call before anything of it is done, and what befalls its answer once all is done and committed. */
export type Scenario = { readonly text: string; readonly before: Fault; readonly after: Fault };

/** What can be asked for beside the code of a refusal. */
export const KNOWN_PARTS = [
  'delay=<ms>',
  '503',
  '429',
  'drop',
  'throw',
  'after:delay=<ms>',
  'after:503',
  'after:drop',
] as const;

const ENDINGS_BEFORE = new Set(['503', '429', 'drop', 'throw']);
const ENDINGS_AFTER = new Set(['503', 'drop']);
const AFTER = 'after:';
const SCENARIO_MAX_LENGTH = 200;

/**
 * Reads a scenario: parts by comma, each once, such as `delay=500, 503` or `after:drop`.
 * @returns `undefined` for a part that is unknown or comes twice, and for what could never happen after a part before.
 */
export function parseScenario(text: string): Scenario | undefined {
  if (text.length > SCENARIO_MAX_LENGTH) return undefined;
  const parts = text.split(',').map((part) => part.trim());
  const before = toFault(
    parts.filter((part) => !part.startsWith(AFTER)),
    (ending) => ENDINGS_BEFORE.has(ending) || findRefusal(ending) !== undefined,
  );
  const after = toFault(
    parts.filter((part) => part.startsWith(AFTER)).map((part) => part.slice(AFTER.length)),
    (ending) => ENDINGS_AFTER.has(ending),
  );
  if (!before || !after || (before.ending !== undefined && parts.some((part) => part.startsWith(AFTER)))) {
    return undefined;
  }
  return { text: parts.join(', '), before, after };
}

function toFault(parts: readonly string[], isEnding: (part: string) => boolean): Fault | undefined {
  const delays = parts.filter((part) => part.startsWith('delay='));
  const endings = parts.filter((part) => !part.startsWith('delay='));
  if (delays.length > 1 || endings.length > 1 || !endings.every(isEnding)) return undefined;
  const [delay] = delays;
  const [ending] = endings;
  if (delay === undefined) return { delayMs: 0, ending };
  const [, digits] = /^delay=([0-9]{1,5})$/.exec(delay) ?? [];
  if (digits === undefined || Number(digits) > DELAY_MAX_MS) return undefined;
  return { delayMs: Number(digits), ending };
}
