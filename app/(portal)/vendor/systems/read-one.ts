import { cache } from 'react';
import { readOwnSystem } from '#lib/register/read-system.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { ask } from '../../_parts/ask.ts';

/** The system that a path names, with who reads it; once per page. */
export const readOne = cache(async (segment: string) => {
  const current = await requireParty();
  return { ...current, system: await ask(readOwnSystem(current.context, decodeURIComponent(segment))) };
});

/** The params of every page below a system. */
export type SystemParams = Promise<{ readonly systemId: string }>;

/** The address of a system's page. */
export function pathOf(systemId: string): string {
  return `/vendor/systems/${encodeURIComponent(systemId)}`;
}
