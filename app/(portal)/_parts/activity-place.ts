import type { ActivityPlace } from '#lib/audit/list-activity.ts';

/** Where a page of activity begins, as an address carries it: `<milliseconds>-<id>`; anything else is the first page. */
export function parsePlace(value: unknown): ActivityPlace | undefined {
  if (typeof value !== 'string') return undefined;
  const [, at, id] = /^([0-9]{1,15})-([0-9]{1,15})$/.exec(value) ?? [];
  return at && id ? { at: new Date(Number(at)), id: Number(id) } : undefined;
}

/** The same as text. */
export function placeText(place: ActivityPlace): string {
  return `${place.at.getTime()}-${place.id}`;
}
