import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { membersOf } from '../call-service.ts';
import { type Command, type Given, type Report, required, UsageError, type World } from './command.ts';
import { callSandbox } from './sandbox.ts';
import { PLACE } from './settings.ts';

const PATH = '/_sandbox/namespaces';

/** Makes organisations, people and a client that belong to one test worker; the key goes into a file for its owner alone. */
export const namespace: Command = {
  summary: 'Make a vendor, customers and people of your own in a sandbox, list or end them',
  words: 'list | create NAME --out FILE | delete NAME',
  options: {
    ...PLACE,
    out: { type: 'string', value: 'FILE', help: 'a new file for the client and its private key; never written over' },
  },
  run: async (given, world) => {
    const [verb, name, ...more] = given.words;
    if (verb === 'list' && name === undefined) return list(given, world);
    if (name === undefined || more.length > 0 || (verb !== 'create' && verb !== 'delete')) {
      throw new UsageError('Give list, or create or delete and the name of a namespace.');
    }
    if (verb === 'create') return create(given, world, name);
    await callSandbox(given, world, { method: 'DELETE', path: `${PATH}/${encodeURIComponent(name)}` });
    return { ok: true, text: 'Ended', json: { name } };
  },
};

async function create(given: Given, world: World, name: string): Promise<Report> {
  const file = required(given, 'out');
  const out = openNew(file);
  try {
    const answer = membersOf(await callSandbox(given, world, { method: 'POST', path: PATH, body: { name } }));
    const { privateKey, ...told } = answer;
    const client = { NAMESPACE_CLIENT_ID: told.clientId, NAMESPACE_CLIENT_JWK: privateKey };
    writeFileSync(out, `${JSON.stringify(client, null, 2)}\n`);
    return { ok: true, text: describe(told), json: told };
  } catch (error) {
    rmSync(file);
    throw error;
  } finally {
    closeSync(out);
  }
}

/** Before anything is made, since the key is given only once. @throws UsageError */
function openNew(file: string): number {
  try {
    return openSync(file, 'wx', 0o600);
  } catch {
    throw new UsageError(`${file} is there already, or cannot be written.`);
  }
}

async function list(given: Given, world: World): Promise<Report> {
  const json = await callSandbox(given, world, { path: PATH });
  const { namespaces } = membersOf(json);
  const all = (Array.isArray(namespaces) ? namespaces : []).map((each) => describe(membersOf(each)));
  return { ok: true, text: all.join('\n\n') || 'No namespaces', json };
}

function describe({ name, systemId, clientId, organisations, people }: Readonly<Record<string, unknown>>): string {
  const rows = { system: systemId, client: clientId, ...membersOf(organisations), ...membersOf(people) };
  return [String(name), ...Object.entries(rows).map(([what, value]) => `  ${what}: ${String(value)}`)].join('\n');
}
