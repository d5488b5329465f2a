import { membersOf } from '../call-service.ts';
import type { Command } from './command.ts';
import { callSandbox } from './sandbox.ts';
import { PLACE } from './settings.ts';

/** Begins the sandbox anew. */
export const reset: Command = {
  summary: 'Begin a sandbox anew: data as at the first start, nobody logged in, real time',
  options: PLACE,
  run: async (given, world) => {
    const json = await callSandbox(given, world, { method: 'POST', path: '/_sandbox/reset' });
    return { ok: true, text: `The sandbox is as at its first start, at ${String(membersOf(json).now)}`, json };
  },
};
