import type { toChangedPackages, toChangedRights, toChangedSystem } from './change-log.ts';
import { isSameResource, type Right, type SystemChange, type Texts } from './model.ts';

/** One thing that a change did to a system. `from` is absent when the log knows nothing earlier, as when it was registered. */
export type SystemDifference =
  | {
      readonly part: 'name' | 'description';
      readonly language: keyof Texts;
      readonly from?: string;
      readonly to: string;
    }
  | { readonly part: 'right'; readonly change: 'added' | 'removed'; readonly right: Right }
  | {
      readonly part: 'package' | 'client' | 'redirect';
      readonly change: 'added' | 'removed';
      /** The package's URN, the client's id, the address. */
      readonly value: string;
    }
  | { readonly part: 'visible'; readonly to: boolean };

const TEXT_LANGUAGES = ['nb', 'nn', 'en'] as const satisfies readonly (keyof Texts)[];

/** What the change log holds of a system; an entry about a list holds that alone. */
type Logged = Partial<ReturnType<typeof toChangedSystem>>;

/**
 * Tells what each entry of a change log changed, by what the entries before it say.
 * @param changes newest first, as they are read
 * @returns the differences of each change, in the same order; none for a deletion
 */
export function differencesOf(changes: readonly SystemChange[]): readonly (readonly SystemDifference[])[] {
  let before: Logged = {};
  return changes
    .toReversed()
    .map((change) => {
      const after = { ...before, ...toLogged(change) };
      const differences = differencesBetween(before, after);
      before = after;
      return differences;
    })
    .toReversed();
}

/** The log holds what `recordChange` put there, by the type of the change. */
function toLogged({ changeType, changedData }: SystemChange): Logged {
  switch (changeType) {
    case 'create':
    case 'update':
      return changedData as Logged;
    case 'rightsupdate':
      return { Rights: changedData as ReturnType<typeof toChangedRights> };
    case 'accesspackageupdate':
      return { AccessPackages: changedData as ReturnType<typeof toChangedPackages> };
    case 'delete':
    case 'unknown':
      return {};
  }
}

function differencesBetween(before: Logged, after: Logged): readonly SystemDifference[] {
  return [
    ...textDifferences('name', before.Name, after.Name),
    ...textDifferences('description', before.Description, after.Description),
    ...rightDifferences(rightsOf(before), rightsOf(after)),
    ...listDifferences('package', urnsOf(before), urnsOf(after)),
    ...listDifferences('client', before.ClientId, after.ClientId),
    ...listDifferences('redirect', before.AllowedRedirectUrls, after.AllowedRedirectUrls),
    ...(after.IsVisible === undefined || after.IsVisible === before.IsVisible
      ? []
      : [{ part: 'visible' as const, to: after.IsVisible }]),
  ];
}

function textDifferences(
  part: 'name' | 'description',
  before: Texts | undefined,
  after: Texts | undefined,
): readonly SystemDifference[] {
  if (!after) return [];
  return TEXT_LANGUAGES.filter((language) => after[language] !== before?.[language]).map((language) => ({
    part,
    language,
    ...(before && { from: before[language] }),
    to: after[language],
  }));
}

function rightsOf({ Rights = [] }: Logged): readonly Right[] {
  return Rights.map(({ Action, Resource }) => ({ action: Action ?? undefined, resource: Resource }));
}

function rightDifferences(before: readonly Right[], after: readonly Right[]): readonly SystemDifference[] {
  const isIn = (rights: readonly Right[]) => (right: Right) =>
    rights.some((each) => each.action === right.action && isSameResource(each, right));
  const added = after.filter((right) => !isIn(before)(right));
  const removed = before.filter((right) => !isIn(after)(right));
  return [
    ...added.map((right) => ({ part: 'right' as const, change: 'added' as const, right })),
    ...removed.map((right) => ({ part: 'right' as const, change: 'removed' as const, right })),
  ];
}

function urnsOf({ AccessPackages = [] }: Logged): readonly string[] {
  return AccessPackages.map(({ Urn }) => Urn);
}

function listDifferences(
  part: 'package' | 'client' | 'redirect',
  before: readonly string[] = [],
  after: readonly string[] = [],
): readonly SystemDifference[] {
  const added = after.filter((value) => !before.includes(value));
  const removed = before.filter((value) => !after.includes(value));
  return [
    ...added.map((value) => ({ part, change: 'added' as const, value })),
    ...removed.map((value) => ({ part, change: 'removed' as const, value })),
  ];
}
