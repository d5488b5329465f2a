import { describe, expect, it } from 'vitest';
import { en } from './messages/en.ts';
import { nb } from './messages/nb.ts';
import { nn } from './messages/nn.ts';

describe.each([
  ['nn', nn],
  ['en', en],
] as const)('the dictionary %s', (_, dictionary) => {
  it('has the keys of bokmål and no others', () => {
    expect(Object.keys(flat(dictionary)).sort()).toEqual(Object.keys(flat(nb)).sort());
  });

  it('has the placeholders and tags of bokmål in every text', () => {
    const texts = flat(dictionary);
    const differing = Object.entries(flat(nb)).filter(([key, text]) => names(text) !== names(texts[key] ?? ''));
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('leaves no text empty', () => {
    expect(Object.entries(flat(dictionary)).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

describe('the English dictionary', () => {
  it('keeps Norwegian letters to names', () => {
    const names = /Bokmål|SmartRegnskap|SmartLønn|UU-tilsynet|Rør og Vann/g;
    const norwegian = Object.entries(flat(en)).filter(([, text]) => /[æøå]/i.test(text.replace(names, '')));
    expect(norwegian).toEqual([]);
  });
});

type Dictionary = { readonly [key: string]: string | Dictionary };

function flat(dictionary: Dictionary, prefix = ''): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(dictionary)) {
    if (typeof value === 'string') texts[prefix + key] = value;
    else Object.assign(texts, flat(value, `${prefix}${key}.`));
  }
  return texts;
}

/** The names of ICU arguments with their kind, and of tags, in one comparable text. */
function names(text: string): string {
  const tags = text.match(/<\w+>/g) ?? [];
  return [...new Set([...argumentsOf(text), ...tags])].sort().join(' ');
}

/** Walks nested braces: an argument's name stands after the first, its branches after a comma. */
function argumentsOf(message: string): string[] {
  return blocks(message).flatMap((block) => {
    const [, name = '', kind = '', branches = ''] = block.match(/^\s*(\w+)\s*(?:,\s*(\w+)\s*,?([\s\S]*))?$/) ?? [];
    return [`${name}:${kind}`, ...blocks(branches).flatMap(argumentsOf)];
  });
}

/** What stands inside each outermost pair of braces. */
function blocks(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === '{' && depth++ === 0) start = index + 1;
    if (character === '}' && --depth === 0) found.push([...text].slice(start, index).join(''));
  }
  return found;
}
