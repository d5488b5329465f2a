import { type Command, type Option, oneOf, onlyWord, UsageError } from './command.ts';
import { CLIENT, connect } from './settings.ts';

/** Which kind of request an id is of. */
export const KIND = {
  kind: { type: 'string', value: 'KIND', default: 'standard', help: 'standard, agent or change' },
} as const satisfies Record<string, Option>;
export const KINDS = ['standard', 'agent', 'change'] as const;

/** Waits for an answer; anything but a yes counts as failed. */
export const wait: Command = {
  summary: 'Wait until a request has been answered',
  words: 'ID',
  options: {
    ...CLIENT,
    ...KIND,
    timeout: { type: 'string', value: 'SECONDS', default: '600', help: 'how long' },
  },
  run: async (given, world) => {
    const id = onlyWord(given, 'the id of the request');
    const kind = oneOf(given, 'kind', KINDS);
    const seconds = Number(given.text('timeout'));
    if (!Number.isFinite(seconds) || seconds < 0) throw new UsageError('--timeout must be a number of seconds.');
    const answered = await connect(given, world).altinn.waitForAnswer(id, { kind, timeout: seconds * 1000 });
    const reason = answered.rejectReason === undefined ? '' : `\n${answered.rejectReason}`;
    const state = answered.status === 'New' ? 'The deadline is past' : answered.status;
    return { ok: answered.status === 'Accepted', text: `${state}${reason}`, json: answered };
  },
};
