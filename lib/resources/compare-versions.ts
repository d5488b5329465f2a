import { isDeepStrictEqual } from 'node:util';
import { type ResourceDetails, scopesOf } from './model.ts';

const TEXTS = ['title', 'description', 'rightDescription'] as const;
const FLAGS = ['delegable', 'personMustSign', 'visible'] as const;

/** One thing that a new version of a resource says differently from the one before. */
export type ResourceChange =
  | {
      readonly kind: 'text';
      readonly what: (typeof TEXTS)[number];
      readonly language: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'flag'; readonly what: (typeof FLAGS)[number] | 'limited'; readonly isOn: boolean }
  | {
      readonly kind: 'value';
      readonly what: 'status' | 'contact' | 'scopes';
      readonly before: readonly string[];
      readonly after: readonly string[];
    }
  /** Members that people have no words for here, as the wire spells them. */
  | { readonly kind: 'other'; readonly members: readonly string[] };

const TOLD = new Set<string>([...TEXTS, ...FLAGS, 'accessListMode', 'status', 'contactPoints', 'resourceReferences']);
/** What the registry itself adds to every version. */
const ADDED = ['versionId', 'authorizationReference'];

/** Says what differs between two versions of a resource; empty when nothing does. */
export function compareVersions(before: ResourceDetails, after: ResourceDetails): readonly ResourceChange[] {
  const changes: readonly ResourceChange[] = [
    ...TEXTS.flatMap((what) => compareTexts(what, before[what] ?? {}, after[what] ?? {})),
    ...FLAGS.filter((what) => (before[what] ?? false) !== (after[what] ?? false)).map(
      (what) => ({ kind: 'flag', what, isOn: after[what] ?? false }) as const,
    ),
    ...(before.accessListMode === after.accessListMode
      ? []
      : [{ kind: 'flag', what: 'limited', isOn: after.accessListMode === 'Enabled' } as const]),
    { kind: 'value', what: 'status', before: statusOf(before), after: statusOf(after) },
    { kind: 'value', what: 'contact', before: contactsOf(before), after: contactsOf(after) },
    { kind: 'value', what: 'scopes', before: scopesOf(before), after: scopesOf(after) },
    { kind: 'other', members: otherMembers(before, after) },
  ];
  return changes.filter((change) => {
    if (change.kind === 'value') return !isDeepStrictEqual(change.before, change.after);
    return change.kind !== 'other' || change.members.length > 0;
  });
}

function compareTexts(
  what: (typeof TEXTS)[number],
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly ResourceChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((language) => ({ language, before: before[language] ?? '', after: after[language] ?? '' }))
    .filter((text) => text.before !== text.after)
    .map((text) => ({ kind: 'text', what, ...text }));
}

function statusOf({ status }: ResourceDetails): readonly string[] {
  return status ? [status] : [];
}

function contactsOf({ contactPoints }: ResourceDetails): readonly string[] {
  return contactPoints.flatMap(({ email, telephone, contactPage }) =>
    [email, telephone, contactPage].filter((text) => text !== undefined && text !== ''),
  ) as readonly string[];
}

function otherMembers(before: ResourceDetails, after: ResourceDetails): readonly string[] {
  const one: Readonly<Record<string, unknown>> = before;
  const other: Readonly<Record<string, unknown>> = after;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((member) => !TOLD.has(member) && !ADDED.includes(member))
    .filter((member) => !isDeepStrictEqual(one[member], other[member]));
}
