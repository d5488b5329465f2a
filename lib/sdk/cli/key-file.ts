import { readFileSync } from 'node:fs';
import type { ClientKey } from '../signing-key.ts';
import { UsageError } from './command.ts';

/** What a key file says: a PEM, a JWK, or the settings of one of the sandbox's own programs. */
export type KeyFile = { readonly clientId: string | undefined; readonly privateKey: ClientKey['privateKey'] };

/** Reads a key file. Whether the key can be used is not checked. @throws UsageError, without a word of the file */
export function readKeyFile(file: string): KeyFile {
  const text = readText(file);
  if (text.trimStart().startsWith('-----BEGIN')) return { clientId: undefined, privateKey: text };
  const members = Object.entries(parseObject(text, file));
  const ending = (end: string) => members.find(([name]) => name.endsWith(end))?.[1] as unknown;
  const clientId = ending('_CLIENT_ID');
  return {
    clientId: typeof clientId === 'string' ? clientId : undefined,
    privateKey: (ending('_CLIENT_JWK') ?? Object.fromEntries(members)) as ClientKey['privateKey'],
  };
}

/** Reads a file that was named on the command line. @throws UsageError */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`${file} cannot be read.`);
  }
}

function parseObject(text: string, file: string): object {
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    // The cause quotes the text, which may be a key.
    throw new UsageError(`${file} is neither JSON nor PEM.`);
  }
}
