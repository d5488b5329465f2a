import { z } from 'zod';
import { bindingProblem } from '../kernel/errors.ts';
import type { ApiRequest } from './api-request.ts';
import { NOT_JSON, parseJson, readText } from './body.ts';
import { bareSchema, foldKeys, memberSchema } from './fold-keys.ts';

type Errors = Readonly<Record<string, readonly string[]>>;
type Path = readonly PropertyKey[];
type Issues = readonly z.core.$ZodIssue[];

/** What the platform calls the types of values that have no model. */
const PLATFORM_TYPES: Readonly<Record<string, string>> = {
  string: 'System.String',
  boolean: 'System.Boolean',
  number: 'System.Int32',
  array: 'System.Collections.Generic.List',
  object: 'System.Collections.Generic.Dictionary',
  record: 'System.Collections.Generic.Dictionary',
};

/**
 * Reads a JSON body into a model as the platform's own deserialiser does. A member of the wrong type, or required members
 * of a named model that are not there, end the reading: they are reported alone, with the parameter that stayed empty.
 * Only what has been read is checked member by member.
 * @param parameter the name that the body has for the caller
 * @throws ProblemError 400 (family C) · BareError 413, 415
 * @see altinn-api.md §3
 */
export async function readModel<Schema extends z.ZodType>(
  request: ApiRequest,
  schema: Schema,
  parameter: string,
): Promise<z.output<Schema>> {
  const unread = (errors: Errors) =>
    bindingProblem({ ...errors, [parameter]: [`The ${parameter} field is required.`] });
  const text = await readText(request);
  if (text === '') throw unread({ '': ['A non-empty request body is required.'] });
  const parsed = parseJson(text);
  if (parsed === undefined) throw unread({ $: [NOT_JSON] });
  const value = foldKeys(schema, parsed);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { issues } = result.error;
  const fault = wrongType(schema, value, issues) ?? missingMembers(schema, value, issues);
  if (fault) throw unread(fault);
  throw bindingProblem(textsByPath(issues));
}

/** The first value that its type cannot hold; `null` can be read, and is refused as a member that is needed. */
function wrongType(schema: z.ZodType, value: unknown, issues: Issues): Errors | undefined {
  const wrong = issues.find(({ code, path }) => code === 'invalid_type' && (valueAt(value, path) ?? null) !== null);
  if (!wrong) return undefined;
  const path = toText(wrong.path);
  return {
    [path]: [`The JSON value could not be converted to ${typeOf(schemaAt(schema, wrong.path))}. Path: ${path}`],
  };
}

/** What the innermost model that lacks members lacks, all of it. */
function missingMembers(schema: z.ZodType, value: unknown, issues: Issues): Errors | undefined {
  const missing = issues
    .filter(({ path }) => valueAt(value, path) === undefined)
    .map(({ path }) => ({ model: path.slice(0, -1), member: path.at(-1) }))
    .filter(({ model }) => nameOf(schemaAt(schema, model)))
    .sort((a, b) => b.model.length - a.model.length);
  const [innermost] = missing;
  if (!innermost) return undefined;
  const path = toText(innermost.model);
  const names = missing.filter(({ model }) => toText(model) === path).map(({ member }) => `'${String(member)}'`);
  const type = nameOf(schemaAt(schema, innermost.model));
  return {
    [path]: [
      `JSON deserialization for type '${type}' was missing required properties, including: ${names.join(', ')}.`,
    ],
  };
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined),
    value,
  );
}

function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  return path.reduce<z.ZodType | undefined>((node, key) => node && memberSchema(node, key), schema);
}

/** The name that a model has in the API reference. */
function nameOf(schema: z.ZodType | undefined): string | undefined {
  return schema && z.globalRegistry.get(bareSchema(schema))?.id;
}

/** What the platform calls the type of a schema. */
function typeOf(schema: z.ZodType | undefined): string {
  const bare = schema && bareSchema(schema);
  return nameOf(bare) ?? PLATFORM_TYPES[bare?.def.type ?? ''] ?? 'System.Object';
}

/** The texts of issues under the paths of what they are about. */
function textsByPath(issues: Issues): Errors {
  const byPath = Map.groupBy(issues, ({ path }) => toText(path));
  return Object.fromEntries([...byPath].map(([path, about]) => [path, about.map(({ message }) => message)]));
}

/** A path as the deserialiser writes it: `$.rights[0].resource`. */
function toText(path: Path): string {
  return path.reduce<string>((text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`), '$');
}
