import { env } from '../../config/env.ts';
import type { JournalCall } from './model.ts';

const WITHOUT_BODY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);

/**
 * Writes the call as a line for curl. What was secret in it, and its body, the journal does not have: they stand as
 * variables and a file of the reader's own.
 */
export function toCurl({ method, path, scenario }: JournalCall): string {
  const address = `'${env().PORTAL_URL}${encodeURI(path).replaceAll("'", '%27')}'`;
  const parts = [`curl -i -X ${method} ${address}`, ...contentsOf(method, path)];
  if (scenario !== undefined) parts.push(`-H 'X-Sandbox-Scenario: ${scenario}'`);
  return parts.join(' ');
}

function contentsOf(method: string, path: string): readonly string[] {
  if (path.toLowerCase() === '/token') {
    return [
      "--data-urlencode 'grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer'",
      '--data-urlencode "assertion=$ASSERTION"',
    ];
  }
  const token = '-H "Authorization: Bearer $TOKEN"';
  return WITHOUT_BODY.has(method) ? [token] : [token, "-H 'Content-Type: application/json'", '--data @body.json'];
}
