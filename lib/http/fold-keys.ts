import type { z } from 'zod';

type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  valueType?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
};

type Fold = (value: unknown) => unknown;

const folds = new WeakMap<z.ZodType, Fold>();

/**
 * Renames members that differ from the schema's spelling by case only, as ASP.NET binds them: `Id` and `id` are one.
 * The exact spelling wins when both are there. Maps (`z.record`) keep their keys; their values are folded.
 */
export function foldKeys(schema: z.ZodType, value: unknown): unknown {
  return foldOf(schema)(value);
}

/** What folds the values of a schema; looking through the schema takes longer than folding. */
function foldOf(schema: z.ZodType): Fold {
  const fold = folds.get(schema) ?? toFold(defOf(bareSchema(schema)));
  folds.set(schema, fold);
  return fold;
}

function toFold({ element, shape, valueType }: Def): Fold {
  if (element) return (value) => (Array.isArray(value) ? value.map((item) => foldOf(element)(item)) : value);
  if (valueType) return (value) => (isMap(value) ? mapValues(value, foldOf(valueType)) : value);
  return shape ? foldMembers(shape) : (value) => value;
}

function foldMembers(shape: Readonly<Record<string, z.ZodType>>): Fold {
  const names = new Map(Object.keys(shape).map((name) => [name.toLowerCase(), name]));
  return (value) => {
    if (!isMap(value)) return value;
    const folded: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const name = Object.hasOwn(shape, key) ? key : (names.get(key.toLowerCase()) ?? key);
      if (name !== key && Object.hasOwn(value, name)) continue;
      const inner = Object.hasOwn(shape, name) ? shape[name] : undefined;
      folded[name] = inner ? foldOf(inner)(value[key]) : value[key];
    }
    return folded;
  };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues(map: Record<string, unknown>, change: Fold): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
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
