/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [key: string]: unknown };

/** One member of a body, for a table: its path from the top, what it is, and what bounds it. */
export type SchemaRow = {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
};

/** How deep an example goes; only a schema without an end is deeper. */
const EXAMPLE_DEPTH_MAX = 12;

/** How deep members are listed; below that the type of the outermost says enough. */
const DEPTH_MAX = 5;

/**
 * Lists the members of a schema, parents before children; lists are marked with `[]`, free names with `{name}`.
 * @param root what the schema's references are looked up in
 */
export function toRows(schema: JsonSchema, root: JsonSchema = schema): readonly SchemaRow[] {
  return membersOf(schema, root, '', 0);
}

/** Makes the smallest value that a schema describes: required members only, the first of each choice. */
export function toExample(schema: JsonSchema, root: JsonSchema = schema, depth = 0): unknown {
  const resolved = resolve(schema, root);
  if ('const' in resolved) return resolved.const;
  if (Array.isArray(resolved.enum)) return resolved.enum[0];
  if (depth > EXAMPLE_DEPTH_MAX) return {};
  switch (typeOf(resolved)) {
    case 'object':
      return Object.fromEntries(
        requiredOf(resolved).map((name) => [name, toExample(propertiesOf(resolved)[name] ?? {}, root, depth + 1)]),
      );
    case 'array':
      return isSchema(resolved.items) && !('not' in resolved.items) ? [toExample(resolved.items, root, depth + 1)] : [];
    case 'integer':
    case 'number':
      return 0;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return exampleOfFormat(resolved.format);
  }
}

function membersOf(schema: JsonSchema, root: JsonSchema, prefix: string, depth: number): readonly SchemaRow[] {
  if (depth > DEPTH_MAX) return [];
  const resolved = resolve(schema, root);
  if (isSchema(resolved.items)) return membersOf(resolved.items, root, `${prefix}[]`, depth);
  const required = new Set(requiredOf(resolved));
  const named = Object.entries(propertiesOf(resolved)).flatMap(([name, member]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const row = toRow(path, resolve(member, root), root, required.has(name));
    return [row, ...membersOf(member, root, path, depth + 1)];
  });
  const { additionalProperties } = resolved;
  const free = isSchema(additionalProperties) && Object.keys(additionalProperties).length > 0;
  if (!free) return named;
  const path = prefix === '' ? '{name}' : `${prefix}.{name}`;
  return [
    ...named,
    toRow(path, resolve(additionalProperties, root), root, false),
    ...membersOf(additionalProperties, root, path, depth + 1),
  ];
}

function toRow(name: string, schema: JsonSchema, root: JsonSchema, required: boolean): SchemaRow {
  const item = isSchema(schema.items) ? resolve(schema.items, root) : undefined;
  const type = item ? `array of ${typeOf(item)}` : typeOf(schema);
  return { name, type, required, description: boundsOf(schema, item) };
}

/** What the schema says beside its type, in few words. */
function boundsOf(schema: JsonSchema, item: JsonSchema | undefined): string {
  const choices = Array.isArray(schema.enum) ? schema.enum : Array.isArray(item?.enum) ? item.enum : undefined;
  const words = [
    schema.description,
    'const' in schema ? `always ${String(schema.const)}` : undefined,
    choices && `one of ${choices.join(', ')}`,
    schema.format,
    schema.pattern === undefined || schema.format !== undefined ? undefined : `matches ${String(schema.pattern)}`,
    schema.maxLength === undefined ? undefined : `at most ${String(schema.maxLength)} characters`,
    schema.maxItems === undefined ? undefined : `at most ${String(schema.maxItems)}`,
    schema.default === undefined ? undefined : `otherwise ${JSON.stringify(schema.default)}`,
  ];
  return words.filter((word) => typeof word === 'string' && word !== '').join('; ');
}

/** Follows a reference and takes the first choice that is more than `null`. */
function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (typeof schema.$ref === 'string') {
    if (schema.$ref === '#') return root;
    const found = schema.$ref
      .slice(2)
      .split('/')
      .reduce<unknown>((node, part) => (isSchema(node) ? node[part] : undefined), root);
    return isSchema(found) ? resolve(found, root) : {};
  }
  const choices = [schema.anyOf, schema.oneOf, schema.allOf].find((each) => Array.isArray(each)) as
    | unknown[]
    | undefined;
  const first = choices?.filter(isSchema).find((choice) => choice.type !== 'null');
  return first
    ? { ...resolve(first, root), ...(schema.description ? { description: schema.description } : {}) }
    : schema;
}

function typeOf(schema: JsonSchema): string {
  if (Array.isArray(schema.type)) return String(schema.type.find((type) => type !== 'null') ?? 'null');
  if (typeof schema.type === 'string') return schema.type;
  if (schema.properties !== undefined) return 'object';
  if ('const' in schema) return typeof schema.const;
  return schema.enum === undefined ? 'any' : 'string';
}

function propertiesOf(schema: JsonSchema): Readonly<Record<string, JsonSchema>> {
  return isSchema(schema.properties) ? (schema.properties as Record<string, JsonSchema>) : {};
}

function requiredOf(schema: JsonSchema): readonly string[] {
  return Array.isArray(schema.required) ? schema.required.map(String) : [];
}

function exampleOfFormat(format: unknown): string {
  if (format === 'uuid' || format === 'guid') return '00000000-0000-4000-8000-000000000000';
  if (format === 'date') return '2026-11-22';
  if (format === 'date-time') return '2026-11-22T12:00:00Z';
  if (format === 'uri') return 'https://example.com/';
  return 'string';
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
