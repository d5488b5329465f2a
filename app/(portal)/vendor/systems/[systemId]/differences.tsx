import type { Translate } from '#lib/i18n/translate.ts';
import { type Right, resourceIdsOf } from '#lib/register/model.ts';
import type { SystemDifference } from '#lib/register/system-differences.ts';
import { translator } from '#lib/session/translator.ts';
import { actionNames } from '../../../_parts/authority-words.ts';

/** What the things that a system had at any time are called; an id stands for itself when it has no name. */
export type NamesOfThings = {
  readonly services: ReadonlyMap<string, string>;
  readonly packages: ReadonlyMap<string, string>;
  readonly clients: ReadonlyMap<string, string>;
};

const SIGNS = { added: '+', removed: '−', changed: '→' } as const;

/** What a change did to a system, a sentence for each thing. */
export async function Differences({
  differences,
  names,
}: {
  readonly differences: readonly SystemDifference[];
  readonly names: NamesOfThings;
}) {
  const t = await translator('vendor');
  const requests = await translator('requests');
  return (
    <ul className="flex flex-col gap-1">
      {differences.map((difference) => {
        const sentence = sentenceOf(t, difference, (each) => nameOf(requests, each, names));
        return (
          <li key={sentence} className="flex gap-2">
            <span aria-hidden="true" className="tnum w-4 shrink-0 font-medium">
              {signOf(difference)}
            </span>
            <span className="min-w-0 break-words whitespace-pre-line">{sentence}</span>
          </li>
        );
      })}
    </ul>
  );
}

function signOf(difference: SystemDifference): string {
  if ('change' in difference) return SIGNS[difference.change];
  return difference.part !== 'visible' && difference.from === undefined ? SIGNS.added : SIGNS.changed;
}

type Thing = Extract<SystemDifference, { readonly change: string }>;

function sentenceOf(t: Translate<'vendor'>, difference: SystemDifference, nameOf: (thing: Thing) => string): string {
  switch (difference.part) {
    case 'name':
    case 'description': {
      const { part, from, to } = difference;
      const language = t(`systems.form.in.${difference.language}`);
      return from === undefined
        ? t(`systems.history.${part}.set`, { language, to })
        : t(`systems.history.${part}.changed`, { language, from, to });
    }
    case 'visible':
      return t(`systems.history.visible.${difference.to ? 'yes' : 'no'}`);
    case 'right':
    case 'package':
    case 'client':
    case 'redirect':
      return t(`systems.history.${difference.part}.${difference.change}`, { name: nameOf(difference) });
  }
}

function nameOf(t: Translate<'requests'>, thing: Thing, { services, packages, clients }: NamesOfThings): string {
  switch (thing.part) {
    case 'right':
      return rightName(t, thing.right, services);
    case 'package':
      return packages.get(thing.value) ?? thing.value;
    case 'client': {
      const name = clients.get(thing.value);
      return name === undefined ? thing.value : `${name} (${thing.value})`;
    }
    case 'redirect':
      return thing.value;
  }
}

/** `Krav og betalinger (lese)`; a right that names no service by the registry's attribute is its values. */
function rightName(t: Translate<'requests'>, right: Right, services: NamesOfThings['services']): string {
  const ids = resourceIdsOf(right);
  const values = ids.length > 0 ? ids.map((id) => services.get(id) ?? id) : right.resource.map(({ value }) => value);
  const [action] = actionNames(t, right.action === undefined ? [] : [right.action]);
  return action === undefined ? values.join(' / ') : `${values.join(' / ')} (${action})`;
}
