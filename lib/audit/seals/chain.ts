import { env } from '../../config/env.ts';
import { keyedHash } from '../../kernel/secrets.ts';
import type { AuditRow, Seal } from './store.ts';

/** The digest of a row under the product's secret: who has the database alone cannot make one. */
export function digestRow(row: AuditRow): string {
  const cells = Object.entries(row)
    .map(([name, value]) => [name, value instanceof Date ? value.getTime() : value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return keyedHash(env().AUTH_SECRET, 'audit', JSON.stringify(cells));
}

/** The digest of a link and, through the head before, of the whole chain. */
export function digestSeal(headBefore: string, { number, rows }: Pick<Seal, 'number' | 'rows'>): string {
  return keyedHash(env().AUTH_SECRET, 'audit', JSON.stringify([headBefore, number, rows]));
}
