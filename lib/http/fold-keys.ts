import type { z } from 'zod';

type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  valueType?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
};

/**
 * Renames members that differ from the schema's spelling by case only, as ASP.NET binds them: `Id` and `id` are one.
 * The exact spelling wins when both are there. Maps (`z.record`) keep their keys; their values are folded.
 */
export function foldKeys(schema: z.ZodType, value: unknown): unknown {
  const { element, shape, valueType } = defOf(bareSchema(schema));
  if (element && Array.isArray(value)) return value.map((item) => foldKeys(element, item));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const given = value as Record<string, unknown>;
  if (valueType) return mapValues(given, (member) => foldKeys(valueType, member));
  if (!shape) return value;
  const folded: Record<string, unknown> = {};
  for (const key of Object.keys(given)) {
    const name = Object.hasOwn(shape, key) ? key : (namesByLower(shape).get(key.toLowerCase()) ?? key);
    if (name !== key && Object.hasOwn(given, name)) continue;
    const inner = Object.hasOwn(shape, name) ? shape[name] : undefined;
    folded[name] = inner ? foldKeys(inner, given[key]) : given[key];
  }
  return folded;
}

function mapValues(map: Record<string, unknown>, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

const known = new WeakMap<object, ReadonlyMap<string, string>>();

function namesByLower(shape: object): ReadonlyMap<string, string> {
  const names = known.get(shape) ?? new Map(Object.keys(shape).map((key) => [key.toLowerCase(), key]));
  known.set(shape, names);
  return names;
}

/** The schema that reads the value, without what makes it optional or transforms it. */
export function bareSchema(schema: z.ZodType): z.ZodType {
  const { innerType, in: input } = defOf(schema);
  const inner = innerType ?? input;
  return inner ? bareSchema(inner) : schema;
}

/** The schema of one member of an object, or of the items of a list; `undefined` when there is none. */
export function memberSchema(schema: z.ZodType, key: PropertyKey): z.ZodType | undefined {
  const { element, shape } = defOf(bareSchema(schema));
  return element ?? (typeof key === 'string' && shape && Object.hasOwn(shape, key) ? shape[key] : undefined);
}

function defOf(schema: z.ZodType): Def {
  return schema.def as unknown as Def;
}
