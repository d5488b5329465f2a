import type { z } from 'zod';

type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
};

/**
 * Renames members that differ from the schema's spelling by case only, as ASP.NET binds them: `Id` and `id` are one.
 * The exact spelling wins when both are there. Maps (`z.record`) keep their keys.
 */
export function foldKeys(schema: z.ZodType, value: unknown): unknown {
  const def = schema.def as unknown as Def;
  if (def.innerType) return foldKeys(def.innerType, value);
  if (def.in) return foldKeys(def.in, value);
  if (def.element && Array.isArray(value)) {
    const { element } = def;
    return value.map((item) => foldKeys(element, item));
  }
  if (!def.shape || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const given = value as Record<string, unknown>;
  const byLower = new Map(Object.keys(def.shape).map((key) => [key.toLowerCase(), key]));
  const folded: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(given)) {
    const name = byLower.get(key.toLowerCase()) ?? key;
    if (name !== key && Object.hasOwn(given, name)) continue;
    const inner = Object.hasOwn(def.shape, name) ? def.shape[name] : undefined;
    folded[name] = inner ? foldKeys(inner, member) : member;
  }
  return folded;
}
