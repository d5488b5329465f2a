import type { ActivityPlace, TrailQuery } from '#lib/audit/list-activity.ts';
import { startOfDay } from '#lib/i18n/format.ts';
import { parsePlace, placeText } from './activity-place.ts';
import { one, type Query } from './outcome.tsx';
import { addressOf } from './page-query.ts';

const TEXT_MAX_CHARACTERS = 100;
const MS_PER_DAY = 86_400_000;

/** The kinds that a trail can be narrowed to, with the beginnings of the actions in each; `all` has none. */
export type Kinds = Readonly<Record<string, readonly string[]>> & { readonly all: readonly [] };

/** What an address asks of a trail, as it was written there; '' is anything. */
export type TrailFilter<Kind extends string> = {
  readonly kind: Kind;
  /** An organisation, by name or number. */
  readonly party: string;
  readonly about: string;
  /** Days, the last one included. */
  readonly from: string;
  readonly to: string;
};

/** Reads `?kind=&party=&about=&from=&to=`; what is no kind or no day counts as absent. */
export function readTrailFilter<All extends Kinds>(query: Query, kinds: All): TrailFilter<keyof All & string> {
  const text = (name: string) => (one(query, name) ?? '').slice(0, TEXT_MAX_CHARACTERS).trim();
  const day = (name: string) => (startOfDay(text(name)) ? text(name) : '');
  const kind = text('kind');
  return {
    kind: Object.hasOwn(kinds, kind) ? kind : 'all',
    party: text('party'),
    about: text('about'),
    from: day('from'),
    to: day('to'),
  };
}

/** What a verb takes of a filter, and where the page begins. */
export function toTrailQuery<All extends Kinds>(
  { kind, party, about, from, to }: TrailFilter<keyof All & string>,
  kinds: All,
  before?: unknown,
): TrailQuery & { readonly party: string } {
  const last = startOfDay(to)?.getTime();
  return {
    prefixes: kinds[kind],
    party,
    about,
    from: startOfDay(from),
    // Half a day more than a day, so that it is the next one whatever the clocks do in between.
    until: last === undefined ? undefined : startOfDay(new Date(last + 1.5 * MS_PER_DAY).toISOString().slice(0, 10)),
    before: parsePlace(before),
  };
}

/** The address of a page that shows what a filter asks for. */
export function trailAddress(path: string, filter: TrailFilter<string>, before?: ActivityPlace): string {
  const kind = filter.kind === 'all' ? '' : filter.kind;
  return addressOf(path, { ...filter, kind, before: before && placeText(before) });
}
