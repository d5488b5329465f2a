import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { policyRefused, policyUnreadable } from '../problems.ts';

/** An element of a policy: its local name, attributes, children and text. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
};

/** XACML 3.0's namespace; a document of another version is refused. */
export const XACML_NAMESPACE = 'urn:oasis:names:tc:xacml:3.0:core:schema:wd-17';

const DEPTH_MAX = 32;
const ATTRIBUTES = ':@';
const TEXT = '#text';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: DEPTH_MAX,
});

/**
 * Reads XML into elements. A document type is refused before parsing, so no entity but XML's own five and character
 * references exists.
 * @throws BareError 400 for a document type or an unknown entity · ProblemError 500 for what is not XML
 */
export function readXml(xml: string): Element {
  if (/<!DOCTYPE/i.test(xml)) throw policyRefused('Document type declarations are not allowed');
  const verdict = XMLValidator.validate(xml);
  if (verdict !== true) throw policyUnreadable(verdict.err);
  const nodes = parse(xml);
  const root = nodes.map(toElement).find((element) => element !== undefined);
  if (!root) throw policyUnreadable('The document has no element.');
  return root;
}

/** The children of that name. */
export function childrenOf(element: Element, name: string): readonly Element[] {
  return element.children.filter((child) => child.name === name);
}

/** Makes a text safe inside an element or an attribute in double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}

type Node = Readonly<Record<string, unknown>>;

function parse(xml: string): readonly Node[] {
  try {
    return parser.parse(xml) as readonly Node[];
  } catch (cause) {
    throw policyUnreadable(cause);
  }
}

function toElement(node: Node): Element | undefined {
  const name = Object.keys(node).find((key) => key !== ATTRIBUTES && key !== TEXT);
  if (name === undefined) return undefined;
  const inside = node[name] as readonly Node[];
  const attributes = Object.entries((node[ATTRIBUTES] ?? {}) as Record<string, string>);
  return {
    name,
    attributes: Object.fromEntries(attributes.map(([key, value]) => [key, decode(value)])),
    children: inside.map(toElement).filter((element) => element !== undefined),
    text: decode(inside.map((child) => (typeof child[TEXT] === 'string' ? child[TEXT] : '')).join('')).trim(),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&([^;&]*);?/g, (_, name: string) => {
    const character = /^#x[0-9a-f]{1,6}$/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (name.startsWith('#') && character > 0 && character <= 0x10ffff) return String.fromCodePoint(character);
    const known = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
    if (known === undefined) throw policyRefused('Contains an unknown entity');
    return known;
  });
}
