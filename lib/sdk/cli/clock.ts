import { membersOf } from '../call-service.ts';
import { type Command, type Given, UsageError } from './command.ts';
import { callSandbox } from './sandbox.ts';
import { PLACE } from './settings.ts';

const PATH = '/_sandbox/clock';

/** Shows and moves the time of a sandbox. */
export const clock: Command = {
  summary: 'Show the time of a sandbox, or move it',
  options: {
    ...PLACE,
    advance: {
      type: 'string',
      value: 'DURATION',
      help: 'so much later: seconds, or as P30D and PT1H; --advance=-PT1H is earlier',
    },
    set: { type: 'string', value: 'TIME', help: 'such as 2027-03-01T08:00:00Z' },
    freeze: { type: 'boolean', help: 'let it stand still' },
    run: { type: 'boolean', help: 'let it go on' },
    real: { type: 'boolean', help: 'the real time again' },
  },
  run: async (given, world) => {
    const json = await callSandbox(given, world, toCall(given));
    const { now, frozen, offsetSeconds } = membersOf(json);
    const state = frozen === true ? ', standing still' : '';
    const ahead = Math.round(Number(offsetSeconds));
    const text = `${String(now)}${state}${ahead === 0 ? '' : ` (${Math.abs(ahead)} s ${ahead > 0 ? 'ahead' : 'behind'})`}`;
    return { ok: true, text, json };
  },
};

function toCall(given: Given) {
  const change = {
    ...(given.has('advance') ? { advance: toDuration(given.text('advance') ?? '') } : {}),
    ...(given.has('set') ? { now: given.text('set') } : {}),
    ...(given.has('freeze') ? { frozen: true } : {}),
    ...(given.has('run') ? { frozen: false } : {}),
  };
  const isChange = Object.keys(change).length > 0;
  if (given.has('freeze') && given.has('run')) throw new UsageError('Give --freeze or --run, not both.');
  if (given.has('real') && isChange) throw new UsageError('--real goes with no other change.');
  if (given.has('real')) return { method: 'DELETE', path: PATH } as const;
  if (!isChange) return { path: PATH };
  return { method: 'POST', path: PATH, body: change } as const;
}

/** Plain figures are seconds. */
function toDuration(text: string): string | number {
  return /^-?[0-9]+$/.test(text) ? Number(text) : text;
}
