import { membersOf } from '../call-service.ts';
import { type Command, type Given, type Report, UsageError, type World } from './command.ts';
import { callSandbox } from './sandbox.ts';
import { PLACE } from './settings.ts';

const PATH = '/_sandbox/snapshots';

/** Keeps a sandbox as it is under a name, and puts it back there. */
export const snapshot: Command = {
  summary: 'Take a snapshot of a sandbox, put it back to one, list or delete them',
  words: 'list | take NAME | restore NAME | delete NAME',
  options: PLACE,
  run: async (given, world) => {
    const [verb = '', name, ...more] = given.words;
    if (verb === 'list' && name === undefined) return list(given, world);
    const act = Object.hasOwn(ACTS, verb) ? ACTS[verb] : undefined;
    if (act === undefined || name === undefined || more.length > 0) {
      throw new UsageError('Give list, or take, restore or delete and the name of a snapshot.');
    }
    return act(given, world, name);
  },
};

type Act = (given: Given, world: World, name: string) => Promise<Report>;

const ACTS: Readonly<Record<string, Act>> = {
  take: async (given, world, name) => {
    const json = await callSandbox(given, world, { method: 'PUT', path: pathOf(name) });
    return { ok: true, text: `Taken at ${String(membersOf(json).takenAt)}`, json };
  },
  restore: async (given, world, name) => {
    const json = await callSandbox(given, world, { method: 'POST', path: `${pathOf(name)}/restore` });
    return { ok: true, text: `The sandbox is as in ${name}, at ${String(membersOf(json).now)}`, json };
  },
  delete: async (given, world, name) => {
    await callSandbox(given, world, { method: 'DELETE', path: pathOf(name) });
    return { ok: true, text: 'Deleted', json: { name } };
  },
};

async function list(given: Given, world: World): Promise<Report> {
  const json = await callSandbox(given, world, { path: PATH });
  const { snapshots } = membersOf(json);
  const lines = (Array.isArray(snapshots) ? snapshots : []).map((each) => {
    const { name, takenAt, size, restorable } = membersOf(each);
    const old = restorable === false ? '  of another version' : '';
    return `${String(name)}  ${String(takenAt)}  ${String(size)} bytes${old}`;
  });
  return { ok: true, text: lines.join('\n') || 'No snapshots', json };
}

function pathOf(name: string): string {
  return `${PATH}/${encodeURIComponent(name)}`;
}
